import { expect, it } from 'vitest';
import { FILE_REASONS } from '../../../../main/contract/problems/facts.ts';
import { FileReasonError, fileReasonOf } from '../../../../main/system/file-reason.ts';

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: failed, open 'x'`), { code });
}

it.each(FILE_REASONS)('knows the common error %s of files', (code) => {
  expect(fileReasonOf(failure(code))).toEqual({ kind: code });
});

it('leaves others in the words of the system', () => {
  const message = "EUNHEARD: failed, open 'x'";
  expect(fileReasonOf(failure('EUNHEARD'))).toEqual({ kind: 'other', message });
});

it('takes a reason that no system call gave as it is', () => {
  expect(fileReasonOf(new FileReasonError({ kind: 'not-utf-8' }))).toEqual({ kind: 'not-utf-8' });
});
