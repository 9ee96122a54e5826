import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { lastLinesOf } from '../../../../../main/cli/log-files/last-lines.ts';
import { logFilesOf } from '../../../../../main/logging/log-files.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

/** Logs of these texts, newest first. */
async function filesWith(...texts: readonly string[]) {
  for (const [at, text] of texts.entries()) {
    await writeFile(temporary.at(at === 0 ? 'worker.log' : `worker.log.${at}`), text);
  }
  return logFilesOf(temporary.path);
}

it.each([
  [0, ''],
  [1, 'four\n'],
  [2, 'three\nfour\n'],
  [3, 'two\nthree\nfour\n'],
  [9, 'one\ntwo\nthree\nfour\n'],
])('the last %d lines come from as many files as they need', async (count, text) => {
  const files = await filesWith('three\nfour\n', 'one\ntwo\n');
  expect(await lastLinesOf(files, count)).toEqual({ text, end: 11 });
});

it('a last line without an end is one', async () => {
  expect((await lastLinesOf(await filesWith('one\ntwo\nthr'), 2)).text).toBe('two\nthr');
});

it('lines longer than a piece of reading are whole', async () => {
  const long = `${'ü'.repeat(100_000)}\n`;
  expect((await lastLinesOf(await filesWith(`first\n${long}last\n`), 2)).text).toBe(
    `${long}last\n`,
  );
});

it('no file has no lines', async () => {
  expect(await lastLinesOf([], 5)).toEqual({ text: '', end: 0 });
});
