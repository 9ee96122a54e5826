import { chmod, lstat, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCommand } from '../../../../../main/worker/commands/find-command.ts';
import { joinedTexts, recordingContext, runCommand } from '../../../../support/recording-sink.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const basedir = temporaryBasedir();
const ELAPSED = ['elapsed', 'seconds'] as const;

async function rmdir(paths: readonly string[], options: Readonly<Record<string, unknown>> = {}) {
  const args = { paths, logEnviron: false, ...options };
  const { updates } = await runCommand('rmdir', args, recordingContext(basedir.path));
  return joinedTexts(updates);
}

/** The header of a program, as the Python worker sends it. */
function headerOf(words: readonly string[], limits = ' (timeout 120 secs)'): string {
  return [
    words.join(' '),
    ` in dir ${basedir.path}${limits}`,
    ' watching logfiles {}',
    ` argv: [${words.map((word) => `b'${word}'`).join(', ')}]`,
    ' using PTY: False',
    '',
  ].join('\n');
}

const END = 'elapsedTime=SECONDS\n';

function removalOf(path: string, limits?: string): string {
  return headerOf(['rm', '-rf', path], limits) + END;
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

describe('rmdir', () => {
  it('removes a tree with a process, its header and its time, then rc and elapsed', async () => {
    const path = basedir.at('tree');
    await mkdir(join(path, 'sub'), { recursive: true });
    await writeFile(join(path, 'sub/file'), '');
    expect(await rmdir([path])).toEqual([['header', removalOf(path)], ['rc', 0], ELAPSED]);
    expect(await isThere(path)).toBe(false);
  });

  it('is content with what is missing', async () => {
    const path = basedir.at('missing');
    expect(await rmdir([path])).toEqual([['header', removalOf(path)], ['rc', 0], ELAPSED]);
  });

  it.each(['', '.', 'builder/..'])('keeps the base directory, named by %j', async (way) => {
    const path = `${basedir.path}/${way}`;
    expect(await rmdir([path])).toEqual([
      ['header', `rmdir: '${path}' holds the worker itself and is kept\n`],
      ['rc', 1],
      ELAPSED,
    ]);
    expect(await isThere(basedir.path)).toBe(true);
  });

  it('removes several, one after the other', async () => {
    const paths = [basedir.at('one'), basedir.at('two')];
    for (const path of paths) await mkdir(path);
    const header = paths.map((path) => removalOf(path)).join('');
    expect(await rmdir(paths)).toEqual([['header', header], ['rc', 0], ELAPSED]);
    expect(await readdir(basedir.path)).toEqual([]);
  });

  it('passes the limits on to the process', async () => {
    const path = basedir.at('missing');
    const updates = await rmdir([path], { timeout: 60, maxTime: 1 });
    expect(updates[0]).toEqual(['header', removalOf(path, ' (timeout 60 secs) (maxTime 1 sec)')]);
    expect((await rmdir([path], { timeout: null }))[0]).toEqual(['header', removalOf(path, '')]);
  });

  it('prints the environment unless it is not to', async () => {
    const updates = await rmdir([basedir.at('missing')], { logEnviron: true });
    expect(updates[0]?.[1]).toContain('\n environment:\n  PATH=');
  });

  it('gives itself permissions on a read-only tree and tries again', async () => {
    const path = basedir.at('open/tree');
    await mkdir(basedir.at('open'));
    await chmod(basedir.path, 0o755);
    await chmod(basedir.at('open'), 0o777);
    const updates = await asOrdinaryUser(async () => {
      await mkdir(join(path, 'closed'), { recursive: true });
      await writeFile(join(path, 'closed/file'), '');
      await chmod(join(path, 'closed'), 0o000);
      return rmdir([path]);
    });
    const headers = updates.filter(([key]) => key === 'header').map(([, text]) => text);
    expect(headers.join('')).toBe(removalOf(path) + removalOf(path));
    expect(updates.slice(-2)).toEqual([['rc', 0], ELAPSED]);
    expect(await isThere(path)).toBe(false);
  });

  it('goes on after a failure and reports the last one', async () => {
    const path = basedir.at('tree');
    await mkdir(path);
    // The program refuses to remove a directory by this name.
    const updates = await rmdir([`${path}/.`, path]);
    expect(updates.slice(-2)).toEqual([['rc', 1], ELAPSED]);
    expect(await isThere(path)).toBe(false);
  });

  it('removes a link that leads outside, and not what it leads to', async () => {
    const worker = basedir.at('worker');
    await mkdir(worker);
    await mkdir(basedir.at('outside'));
    await symlink('../outside', join(worker, 'link'));
    const args = { paths: [join(worker, 'link')] };
    const { updates } = await runCommand('rmdir', args, recordingContext(worker));
    expect(updates).toContainEqual(['rc', 0]);
    expect(await readdir(worker)).toEqual([]);
    expect(await isThere(basedir.at('outside'))).toBe(true);
  });

  it('refuses what is outside, and removes the others', async () => {
    const path = basedir.at('tree');
    await mkdir(path);
    await symlink('/', basedir.at('root'));
    const outside = basedir.at('root/does-not-exist');
    const updates = await rmdir([outside, path]);
    const text = String(updates[0]?.[1]);
    expect(text).toContain(`rmdir: '${outside}' is outside the worker's base directory`);
    expect(text.endsWith(`\n${removalOf(path)}`)).toBe(true);
    expect(updates.slice(1)).toEqual([['rc', 1], ELAPSED]);
    expect(await isThere(path)).toBe(false);
  });

  it('ends the process when interrupted, and begins no other', async () => {
    // A substitute for a removal that takes long.
    await writeFile(basedir.at('rm'), '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
    const environment = { PATH: `${basedir.path}:${process.env.PATH}` };
    const context = recordingContext(basedir.path, { environment });
    const args = { paths: [basedir.at('a'), basedir.at('b')], logEnviron: false };
    const command = findCommand('rmdir')?.create(args, context);
    const ended = command?.run();
    await waitFor(() => expect(context.updates.updates.length).toBeGreaterThan(0));
    command?.interrupt('stop');
    command?.interrupt('again');
    await ended;
    const updates = joinedTexts(context.updates.updates);
    expect(updates).toEqual([
      [
        'header',
        `${headerOf(['rm', '-rf', basedir.at('a')])}\ncommand interrupted, attempting to kill\n${END}`,
      ],
      ['rc', -1],
    ]);
  });
});
