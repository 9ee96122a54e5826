import { execFileSync } from 'node:child_process';
import { link, lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { copyTree } from '../../../../../../main/worker/commands/transfer/copy-tree.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

async function copy(signal = new AbortController().signal) {
  const [from, to] = [basedir.at('from'), basedir.at('to')];
  const failures: string[] = [];
  await copyTree(
    { from, to, shownFrom: 'from', shownTo: 'to' },
    {
      copied: () => {},
      failed: (sentence) => failures.push(sentence),
      room: async () => {},
      signal,
      closedTo: new Set(),
    },
  );
  return failures;
}

it('what is no file is left out and named; the rest is copied', async () => {
  await mkdir(basedir.at('from/deep'), { recursive: true });
  await writeFile(basedir.at('from/deep/file'), 'x'.repeat(3_000_000));
  execFileSync('mkfifo', [basedir.at('from/pipe')]);
  expect(await copy()).toEqual(["cp: 'from/pipe' is no file and is left out\n"]);
  expect((await lstat(basedir.at('to/deep/file'))).size).toBe(3_000_000);
});

it('a file is replaced and not written to, so that its other names keep what they have', async () => {
  await mkdir(basedir.at('from'));
  await mkdir(basedir.at('to'));
  await writeFile(basedir.at('from/file'), 'new');
  await writeFile(basedir.at('elsewhere'), 'old');
  await link(basedir.at('elsewhere'), basedir.at('to/file'));
  expect(await copy()).toEqual([]);
  expect(await readFile(basedir.at('to/file'), 'utf8')).toBe('new');
  expect(await readFile(basedir.at('elsewhere'), 'utf8')).toBe('old');
});

it('a directory that a link leads to is not entered, in neither of the two', async () => {
  await mkdir(basedir.at('from/dir'), { recursive: true });
  await mkdir(basedir.at('to'));
  await mkdir(basedir.at('outside'));
  await writeFile(basedir.at('from/dir/file'), '');
  await symlink('../outside', basedir.at('to/dir'));
  expect(await copy()).toEqual([
    "cp: cannot overwrite non-directory 'to/dir' with directory 'from/dir'\n",
  ]);
  expect(await readdir(basedir.at('outside'))).toEqual([]);
});

it('a file in the place of a directory is kept', async () => {
  await mkdir(basedir.at('from/dir'), { recursive: true });
  await mkdir(basedir.at('to'));
  await writeFile(basedir.at('to/dir'), 'kept');
  expect(await copy()).toEqual([
    "cp: cannot overwrite non-directory 'to/dir' with directory 'from/dir'\n",
  ]);
  expect(await readFile(basedir.at('to/dir'), 'utf8')).toBe('kept');
});

it('a directory is not copied into itself again and again', async () => {
  await mkdir(basedir.at('from'));
  await symlink('from', basedir.at('link'));
  await writeFile(basedir.at('from/file'), '');
  const failures: string[] = [];
  const hooks = {
    copied: () => {},
    failed: (sentence: string) => failures.push(sentence),
    room: async () => {},
    signal: new AbortController().signal,
    closedTo: new Set<string>(),
  };
  const [from, to] = [basedir.at('from'), basedir.at('from/inner')];
  await copyTree({ from, to, shownFrom: 'from', shownTo: 'from/inner' }, hooks);
  expect((await readdir(basedir.at('from'), { recursive: true })).sort()).toEqual([
    'file',
    'inner',
    'inner/file',
  ]);
});

it('a copy that is not wanted any more ends with that reason', async () => {
  await mkdir(basedir.at('from'));
  await expect(copy(AbortSignal.abort('enough'))).rejects.toBe('enough');
});
