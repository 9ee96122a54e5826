import { execFileSync } from 'node:child_process';
import { mkdir, open, readFile, stat, symlink } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openToAppend } from '../../../../../main/system/opening/open-to-append.ts';
import { notOn } from '../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

async function append(name: string, text: string): Promise<void> {
  const { file } = await openToAppend(basedir.at(name), 0o600);
  await file.writeFile(text);
  await file.close();
}

it('adds to a file, which it makes, by a link too', async () => {
  await symlink('target', basedir.at('link'));
  await append('link', 'one\n');
  await append('target', 'two\n');
  expect(await readFile(basedir.at('target'), 'utf8')).toBe('one\ntwo\n');
});

const ON_POSIX = notOn('win32', 'Windows has no modes, devices and named pipes in folders');

it('makes it for nobody but those of its mode', ON_POSIX, async () => {
  const before = process.umask(0);
  await append('file', '').finally(() => process.umask(before));
  expect((await stat(basedir.at('file'))).mode & 0o777).toBe(0o600);
});

it('accepts /dev/null', ON_POSIX, async () => {
  await symlink('/dev/null', basedir.at('nowhere'));
  await append('nowhere', 'lost');
});

it('refuses a pipe, with a reader and without one, and a directory', ON_POSIX, async () => {
  await mkdir(basedir.at('dir'));
  await expect(append('dir', '')).rejects.toMatchObject({ code: 'EISDIR' });
  execFileSync('mkfifo', [basedir.at('pipe')]);
  const refusal = { reason: { kind: 'not-a-file' } };
  await expect(append('pipe', '')).rejects.toMatchObject(refusal);
  // What is opened for both ways never waits.
  const reader = await open(basedir.at('pipe'), 'r+');
  await expect(append('pipe', '')).rejects.toMatchObject(refusal);
  await reader.close();
});
