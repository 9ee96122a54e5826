import { expect, it } from 'vitest';
import { fileReasonOf } from '../../../../../main/system/file-reason.ts';
import { NoRegularFileError } from '../../../../../main/system/opening/no-regular-file-error.ts';

it.each(['/w/päth', Buffer.from('/w/päth')])('names the path and the reason', (path) => {
  const error = new NoRegularFileError(path);
  expect([error.path, error.message]).toEqual(['/w/päth', 'no regular file: /w/päth']);
  expect(fileReasonOf(error)).toEqual({ kind: 'not-a-file' });
});
