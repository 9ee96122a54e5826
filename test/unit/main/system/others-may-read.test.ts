import { chmod, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { othersMayRead } from '../../../../main/system/others-may-read.ts';
import { notOn } from '../../../support/only-on.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const folder = temporaryBasedir();

it.each([
  [0o600, false],
  [0o640, true],
  [0o604, true],
])(
  'judges a file by its mode: %o',
  notOn('win32', 'Windows has no such bits'),
  async (mode, isOpen) => {
    await writeFile(folder.at('file'), '');
    await chmod(folder.at('file'), mode);
    expect(await othersMayRead(folder.at('file'))).toBe(isOpen);
  },
);

it('finds nothing to read in a file that is not there', async () => {
  expect(await othersMayRead(folder.at('none'))).toBe(false);
});
