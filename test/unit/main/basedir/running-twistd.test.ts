import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { runningTwistd } from '../../../../main/basedir/running-twistd.ts';
import { TWISTD_PID_FILENAME } from '../../../../main/system/base-directory-files.ts';
import { startFakeTwistd } from '../../../support/fake-twistd.ts';
import { onlyOn } from '../../../support/only-on.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

/** Starts a Python program of this name, with these words after it. */
async function startScript(name: string, ...words: readonly string[]): Promise<number> {
  await mkdir(basedir.at('bin'), { recursive: true });
  await writeFile(basedir.at('bin', name), 'import time; print("up", flush=True); time.sleep(60)');
  const child = spawn('python3', ['-u', basedir.at('bin', name), ...words], { cwd: basedir.path });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

it('is found by the number in its file, whichever name the directory goes by', async () => {
  const twistd = await startFakeTwistd(basedir.path);
  onTestFinished(() => twistd.end());
  await writeFile(basedir.at(TWISTD_PID_FILENAME), `${twistd.pid}\n`);
  await symlink(basedir.path, basedir.at('link'));
  expect(await runningTwistd(basedir.at('link'))).toBe(twistd.pid);
});

it('is no other program, and none that runs elsewhere, whatever the file names', async () => {
  await mkdir(basedir.at('elsewhere'));
  const elsewhere = await startFakeTwistd(basedir.at('elsewhere'));
  const other = await startFakeTwistd(basedir.path, 'sleep');
  onTestFinished(() => Promise.all([elsewhere.end(), other.end()]).then(() => {}));
  for (const { pid } of [elsewhere, other]) {
    await writeFile(basedir.at(TWISTD_PID_FILENAME), `${pid}\n`);
    expect(await runningTwistd(basedir.path)).toBeUndefined();
  }
});

// Only Linux lists the directories of processes.
it.each([
  ['twistd', []],
  ['buildbot-worker', ['start', '--nodaemon', '.']],
  ['buildslave', ['restart']],
])(
  'is found without a file: %s %j',
  onlyOn('linux', 'only Linux reports it'),
  async (name, words) => {
    const pid = await startScript(name, ...words);
    expect(await runningTwistd(basedir.path)).toBe(pid);
  },
);

it('is none of the other commands of buildbot-worker', async () => {
  await startScript('buildbot-worker', 'stop', '.');
  await startScript('twistd-tools');
  expect(await runningTwistd(basedir.path)).toBeUndefined();
});
