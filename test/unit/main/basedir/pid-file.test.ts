import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { pidFrom, readPidFile } from '../../../../main/basedir/pid-file.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const folder = temporaryBasedir();

it.each([
  ['4711', 4711],
  [' 4711\n98765\n', 4711],
  ['', undefined],
  ['0', undefined],
  ['-1', undefined],
  ['4711 and more', undefined],
  ['99999999999', undefined],
  [undefined, undefined],
])('names one process or none: %j', (contents, pid) => {
  expect(pidFrom(contents)).toBe(pid);
});

it('is read to its first bytes, and is nothing where there is none', async () => {
  await writeFile(folder.at('pid'), 'x'.repeat(1000));
  expect(await readPidFile(folder.at('pid'))).toHaveLength(256);
  expect(await readPidFile(folder.at('none'))).toBeUndefined();
});
