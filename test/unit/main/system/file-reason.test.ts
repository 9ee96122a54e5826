import { expect, it } from 'vitest';
import { fileReason } from '../../../../main/system/file-reason.ts';

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: failed, open 'x'`), { code });
}

it('knows what the common errors of files mean', () => {
  const reasons = ['EACCES', 'ENOSPC', 'ENOENT', 'EISDIR'].map((code) => fileReason(failure(code)));
  expect(reasons).toMatchObject([
    { key: 'fileIsDenied' },
    { key: 'diskIsFull' },
    { key: 'fileIsMissing' },
    { key: 'fileIsDirectory' },
  ]);
});

it('leaves others in the words of the system', () => {
  expect(fileReason(failure('EUNHEARD'))).toBe("EUNHEARD: failed, open 'x'");
});
