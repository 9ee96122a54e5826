import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { buildtray } from '../support/command-line.ts';
import { shellArguments } from '../support/daemon-commands.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const temporary = temporaryBasedir();
const dir = () => temporary.at('worker');
const tacPath = () => temporary.at('worker', 'buildbot.tac');

let master: RehearsalMaster;

beforeAll(async () => {
  master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });
});
afterAll(() => master.close());
beforeEach(async () => {
  await buildtray(['create-worker', '-q', dir(), `127.0.0.1:${master.port}`, 'w1', 'secret']);
});

async function writeFirst(...lines: readonly string[]): Promise<void> {
  const text = await readFile(tacPath(), 'utf8');
  await writeFile(tacPath(), `${lines.join('\n')}\n${text}`);
}

describe('lines of a buildbot.tac that change the environment', () => {
  beforeEach(() =>
    writeFirst(
      'import os',
      "os.environ['PATH'] = '/opt/ccache:' + os.environ['PATH']",
      "os.environ['CCACHE_DIR'] = '/srv/ccache'",
      "del os.environ['HOME']",
    ),
  );

  it('reach a build once the setting is on, and not before', async () => {
    const { PATH, HOME } = process.env;
    const plain = { path: PATH, ccache: 'none', home: HOME };
    expect(await seenByBuild()).toEqual(plain);
    await buildtray(['set', '-q', dir(), 'buildtray_tac_environment=True']);
    const changed = { path: `/opt/ccache:${PATH}`, ccache: '/srv/ccache', home: 'none' };
    expect(await seenByBuild()).toEqual(changed);
    await buildtray(['set', '-q', dir(), 'buildtray_tac_environment=False']);
    expect(await seenByBuild()).toEqual(plain);
  });

  /** The worker runs meanwhile. */
  async function seenByBuild(): Promise<Readonly<Record<string, string | undefined>>> {
    const attached = master.nextAttached();
    try {
      const started = await buildtray(['start', '-q', dir()]);
      expect(started).toMatchObject({ status: 0, stderr: '' });
      const worker = await attached;
      await worker.startBuild('linux');
      // Plain `printenv` prints nothing of what is not set.
      const line = `echo "$PATH" "\${CCACHE_DIR-none}" "\${HOME-none}" > seen`;
      await (await worker.startCommand('linux', 'shell', shellArguments(line))).completed;
      const seen = await readFile(`${dir()}/linux/seen`, 'utf8');
      const [path, ccache, home] = seen.trim().split(' ');
      return { path, ccache, home };
    } finally {
      await buildtray(['stop', '-q', dir()]);
    }
  }
});

describe('a buildbot.tac that means not to run its worker', () => {
  it.each([
    ['ends itself', "raise SystemExit('off until Monday')", /ends the file.*off until Monday/],
    ['may end itself', 'import os, sys\nif os.path.exists("off"): sys.exit()', /inside `if`/],
  ])('%s, and is not started', async (_what, lines, sentence) => {
    await writeFirst(lines);
    const { status, stdout, stderr } = await buildtray(['start', dir()]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).toContain(`${tacPath()}`);
    expect(existsSync(`${dir()}/twistd.pid`)).toBe(false);
  });

  it('adds its worker to nothing, and is not started', async () => {
    const text = await readFile(tacPath(), 'utf8');
    await writeFile(tacPath(), text.replace(/^\w+\.setServiceParent/m, '# $&'));
    const { status, stderr } = await buildtray(['start', dir()]);
    expect(status).toBe(1);
    expect(stderr).toContain('no line adds it to the application');
    expect(existsSync(`${dir()}/twistd.pid`)).toBe(false);
  });
});
