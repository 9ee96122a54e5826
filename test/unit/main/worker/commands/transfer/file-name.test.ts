import { expect, it } from 'vitest';
import {
  fileNameFrom,
  nameIn,
  shownName,
} from '../../../../../../main/worker/commands/transfer/file-name.ts';

const NO_UTF8 = Buffer.from([0x63, 0xe9]);

it('is text where that loses nothing, else the bytes', () => {
  expect(fileNameFrom(Buffer.from('grün'))).toBe('grün');
  expect(fileNameFrom(NO_UTF8)).toBe(NO_UTF8);
});

it('is joined to a directory in text or in bytes', () => {
  expect(nameIn('/a', 'b', '/')).toBe('/a/b');
  expect(nameIn('/', 'b', '/')).toBe('/b');
  expect(nameIn('/a', NO_UTF8, '/')).toEqual(Buffer.from('/a/c\xe9', 'latin1'));
});

it('is shown with a mark for what is no text', () => {
  expect(shownName(NO_UTF8)).toBe('c\ufffd');
});
