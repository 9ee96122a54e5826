import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readBounded } from '../../../../../main/system/opening/read-bounded.ts';
import { notOn } from '../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const folder = temporaryBasedir();

it.each([
  ['below', 9],
  ['at', 10],
  ['above', 11],
])('reads a file %s the limit, and no more of it', async (_where, length) => {
  await writeFile(folder.at('file'), 'x'.repeat(length));
  expect((await readBounded(folder.at('file'), 10)).length).toBe(Math.min(length, 10));
});

it('rejects for a folder and for what is not there', async () => {
  await mkdir(folder.at('folder'));
  await expect(readBounded(folder.at('folder'), 10)).rejects.toThrow('EISDIR');
  await expect(readBounded(folder.at('none'), 10)).rejects.toThrow('ENOENT');
});

// Windows has no named pipes among its files.
it(
  'refuses a pipe, and waits for nobody',
  notOn('win32', 'Windows has no named pipes in folders'),
  async () => {
    execFileSync('mkfifo', [folder.at('pipe')]);
    await expect(readBounded(folder.at('pipe'), 10)).rejects.toThrow('no regular file');
  },
);
