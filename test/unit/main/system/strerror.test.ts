import { constants } from 'node:os';
import { expect, it } from 'vitest';
import { errnoFrom, strerror } from '../../../../main/system/strerror.ts';

const failedWith = (code: string) => Object.assign(new Error(`${code}: no, open '/x'`), { code });

it.each([
  ['ENOENT', 'No such file or directory'],
  ['EACCES', 'Permission denied'],
  ['ENOTEMPTY', 'Directory not empty'],
])("has the C library's words for %s", (code, sentence) => {
  expect(strerror(failedWith(code))).toBe(sentence);
});

it("keeps Node's words for what the C library has none", () => {
  expect(strerror(failedWith('EWHATEVER'))).toBe("EWHATEVER: no, open '/x'");
  expect(strerror('no error at all')).toBe('no error at all');
});

it('gives the number of a failed system call, and none for other errors', () => {
  expect(errnoFrom(failedWith('ENOENT'))).toBe(constants.errno.ENOENT);
  expect(errnoFrom(failedWith('ERR_INVALID_ARG_VALUE'))).toBeUndefined();
  expect(errnoFrom(new Error('no'))).toBeUndefined();
});
