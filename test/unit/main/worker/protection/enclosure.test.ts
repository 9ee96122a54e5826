import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Enclosure } from '../../../../../main/worker/protection/enclosure.ts';
import { fileViewFrom } from '../../../../../main/worker/protection/file-view.ts';
import { viewFacts } from '../../../../../main/worker/protection/view-facts.ts';
import { isRunning } from '../../../../support/is-running.ts';
import { protectedBuilds } from '../../../../support/protection.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const temporary = temporaryBasedir();

async function opened(): Promise<Enclosure> {
  const basedir = temporary.path;
  const builddir = temporary.at('linux');
  await mkdir(builddir, { recursive: true });
  const settings = { protectionPaths: undefined };
  const facts = await viewFacts({ basedir, builddir, level: 'guarded', settings });
  const enclosure = await Enclosure.open('guarded', fileViewFrom(facts));
  onTestFinished(async () => {
    await enclosure.end();
  });
  return enclosure;
}

function run(enclosure: Enclosure, ...words: readonly string[]) {
  const start = enclosure.startOf({ words, workdir: temporary.at('linux'), environment: {} });
  const [file = '', ...args] = start.words;
  return promisify(execFile)(file, args, { cwd: start.workdir, env: start.environment });
}

describe('an enclosure', protectedBuilds, () => {
  it('runs a program in a directory of its view', async () => {
    const { stdout } = await run(await opened(), 'pwd');
    expect(stdout).toBe(`${temporary.at('linux')}\n`);
  });

  it('passes on by which signal a program ended', async () => {
    const ended = run(await opened(), 'sh', '-c', 'kill -SEGV $$');
    await expect(ended).rejects.toMatchObject({ signal: 'SIGSEGV' });
  });

  it('ends with everything in it, and is over then', async () => {
    const enclosure = await opened();
    await run(enclosure, 'sh', '-c', 'setsid env -i sleep 600 >/dev/null 2>&1 &');
    await enclosure.end();
    expect(enclosure.isOver).toBe(true);
    expect(isRunning(enclosure.firstPid)).toBe(false);
  });

  it('waits for a command that is in it', async () => {
    const enclosure = await opened();
    enclosure.enter();
    expect(enclosure.end()).toBeUndefined();
    expect(isRunning(enclosure.firstPid)).toBe(true);
    await enclosure.leave();
    expect(isRunning(enclosure.firstPid)).toBe(false);
  });

  it('is over when its first process was ended', async () => {
    const enclosure = await opened();
    process.kill(enclosure.firstPid, 'SIGKILL');
    await waitFor(() => expect(enclosure.isOver).toBe(true));
  });

  it('has nothing to which a link leads outside', async () => {
    const enclosure = await opened();
    await symlink('/etc/hostname', temporary.at('linux', 'inside'));
    await symlink('/root', temporary.at('linux', 'outside'));
    expect(enclosure.placeOf(temporary.at('linux', 'outside'))).toBe('nowhere');
    expect(enclosure.placeOf(temporary.at('linux', 'inside'))).toBe(
      existsSync('/etc/hostname') ? 'here' : 'nowhere',
    );
    expect(enclosure.placeOf('/var/tmp/made-by-the-build')).toBe('in-memory');
  });

  it('says why it cannot be made', async () => {
    const view = [{ kind: 'read-only', at: '/x', from: temporary.at('missing') }] as const;
    await expect(Enclosure.open('guarded', view)).rejects.toThrow(/bwrap: Can't find source path/);
  });
});
