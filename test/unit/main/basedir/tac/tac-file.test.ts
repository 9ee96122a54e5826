import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  readTacFile,
  type TacEncoding,
  writeTacFile,
} from '../../../../../main/basedir/tac/tac-file.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const path = () => temporary.at('buildbot.tac');

it.each<[TacEncoding, Buffer]>([
  ['utf-8', Buffer.from('name = "é€"')],
  ['utf-8 with mark', Buffer.from('\ufeffname = "é€"')],
  ['latin-1', Buffer.from('name = "é"', 'latin1')],
])('reads a file in %s, and writes the same bytes again', async (encoding, bytes) => {
  await writeFile(path(), bytes);
  const file = await readTacFile(path());
  if (!file.ok) throw new Error(file.problem.kind);
  expect(file.value).toMatchObject({ encoding, text: expect.stringMatching(/^name = "é€?"$/) });
  expect(await writeTacFile(path(), file.value.text, encoding)).toMatchObject({ ok: true });
  expect(await readFile(path())).toEqual(bytes);
});

it('leaves a file alone whose encoding lacks a character', async () => {
  await writeFile(path(), 'old');
  const problem = { key: 'tac.lacksSign' };
  expect(await writeTacFile(path(), '€', 'latin-1')).toMatchObject({ ok: false, problem });
  expect(await readFile(path(), 'utf8')).toBe('old');
});

it('reports a file that is missing, or too large to be one', async () => {
  expect(await readTacFile(path())).toMatchObject({
    problem: { kind: 'unreadable', problem: { key: 'files.cannotRead' } },
  });
  await writeFile(path(), '#'.repeat(256 * 1024 + 1));
  expect(await readTacFile(path())).toMatchObject({
    problem: { kind: 'unreadable', problem: { key: 'tac.tooLarge' } },
  });
});
