import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCommand } from '../../../../../main/worker/commands/find-command.ts';
import recorded from '../../../../fixtures/glob/recorded.json' with { type: 'json' };
import { recordingContext, runCommand } from '../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const ELAPSED = ['elapsed', 'seconds'] as const;

async function glob(path: string, root = basedir.path) {
  return (await runCommand('glob', { path }, recordingContext(root))).updates;
}

/** What a pattern finds, relative to the base directory, without repetitions, sorted. */
async function found(pattern: string, root = basedir.path): Promise<string[]> {
  const updates = await glob(`${root}/${pattern}`, root);
  expect(updates.slice(1)).toEqual([['rc', 0], ELAPSED]);
  const [key, files] = updates[0] ?? [];
  expect(key).toBe('files');
  const paths = Array.isArray(files) ? files.map(String) : [];
  for (const path of paths) expect(path.startsWith(`${root}/`)).toBe(true);
  return [...new Set(paths.map((path) => path.slice(root.length + 1)))].sort(byCodePoints);
}

function byCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

async function makeRecordedTree(): Promise<void> {
  for (const path of recorded.directories) await mkdir(basedir.at(path), { recursive: true });
  for (const path of recorded.files) await writeFile(basedir.at(path), '');
  for (const [path, target] of Object.entries(recorded.links)) {
    await symlink(target, basedir.at(path));
  }
}

describe('glob', () => {
  it('finds in a tree what Python finds, for every recorded pattern', async () => {
    await makeRecordedTree();
    const ours: Record<string, string[]> = {};
    for (const pattern of Object.keys(recorded.globs)) ours[pattern] = await found(pattern);
    expect(ours).toEqual(recorded.globs);
  });

  it('answers with absolute paths, and an empty list where nothing matches', async () => {
    await writeFile(basedir.at('one.txt'), '');
    expect(await glob(basedir.at('*.txt'))).toEqual([
      ['files', [basedir.at('one.txt')]],
      ['rc', 0],
      ELAPSED,
    ]);
    expect(await glob(basedir.at('*.zip'))).toEqual([['files', []], ['rc', 0], ELAPSED]);
  });

  it('can be interrupted in a knot of links, which has more ways than there is time for', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `d${n}`);
    for (const name of names) await mkdir(basedir.at(name));
    for (const at of names) {
      for (const to of names) await symlink(`../${to}`, basedir.at(`${at}/${to}`));
    }
    const context = recordingContext(basedir.path);
    const command = findCommand('glob')?.create({ path: basedir.at('**/none') }, context);
    const ended = command?.run();
    await new Promise<void>((resolve) => setImmediate(resolve));
    command?.interrupt('enough');
    await ended;
    expect(context.updates.updates).toEqual([
      ['header', 'glob: interrupted\n'],
      ['rc', -1],
    ]);
  });

  it('turns back where a link leads into a directory it came through', async () => {
    await mkdir(basedir.at('a/b'), { recursive: true });
    await symlink('../..', basedir.at('a/b/top'));
    expect(await found('**')).toEqual(['', 'a', 'a/b', 'a/b/top']);
  });

  it('does not look through links that lead outside', async () => {
    const worker = basedir.at('worker');
    await mkdir(basedir.at('outside/sub'), { recursive: true });
    await mkdir(worker);
    await writeFile(basedir.at('outside/secret'), '');
    await symlink('../outside', join(worker, 'link'));
    expect(await found('**', worker)).toEqual(['', 'link']);
    expect(await found('*/*', worker)).toEqual([]);
    expect(await found('l*/secret', worker)).toEqual([]);
  });

  it('refuses a pattern that leads outside', async () => {
    await symlink('/etc', basedir.at('etc'));
    for (const path of ['/etc/*', '/*', '/etc/hostname', basedir.at('etc/*'), basedir.at('../*')]) {
      expect(await glob(path)).toEqual([
        ['header', expect.stringMatching(/^glob: '.*' is outside the worker's base directory/)],
        ['rc', 1],
        ELAPSED,
      ]);
    }
  });

  it('looks anywhere when the owner allows it', async () => {
    await mkdir(basedir.at('worker'));
    await writeFile(basedir.at('outside'), '');
    const context = recordingContext(basedir.at('worker'), { fileAccess: 'anywhere' });
    const { updates } = await runCommand('glob', { path: basedir.at('out*') }, context);
    expect(updates[0]).toEqual(['files', [basedir.at('outside')]]);
  });
});
