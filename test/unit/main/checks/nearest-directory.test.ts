import { mkdir, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { nearestDirectory } from '../../../../main/checks/nearest-directory.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const dir = temporaryBasedir();

it('is the path itself when that is a directory', async () => {
  await mkdir(dir.at('a'));
  expect(await nearestDirectory(dir.at('a'))).toBe(dir.at('a'));
});

it('is the nearest one above what is not there, or is a file', async () => {
  await writeFile(dir.at('file'), '');
  expect(await nearestDirectory(dir.at('a/b/c'))).toBe(dir.path);
  expect(await nearestDirectory(dir.at('file/b'))).toBe(dir.path);
});
