import { appendFile, readdir, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { OutputFiles } from '../../../../../main/history/output/output-files.ts';
import { notOn } from '../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const DAY_MS = 24 * 3_600_000;
const printed = (text: string) => ({ pieces: [{ stream: 'stdout', text }], isCut: false });
const files = () => new OutputFiles(basedir.at('output'));

it('finds what each command of a build printed, and the last of what came twice', async () => {
  await files().add('b1', '1', printed('one\n'));
  await files().add('b1', '2', printed('two\n'));
  await files().add('b1', '1', printed('three\n'));
  expect(await files().find('b1', '1')).toEqual(printed('three\n'));
  expect(await files().find('b1', '2')).toEqual(printed('two\n'));
  expect(await files().find('b1', '3')).toBeUndefined();
  expect(await files().find('b2', '1')).toBeUndefined();
});

it('lets nobody but its owner read it', async () => {
  await files().add('b1', '1', printed('one\n'));
  const mode = async (...path: string[]) =>
    ((await stat(basedir.at('output', ...path))).mode & 0o777).toString(8);
  expect([await mode(), await mode('b1.jsonl')]).toEqual(['700', '600']);
});

it('skips a line that was torn or is none of ours', async () => {
  await files().add('b1', '1', printed('one\n'));
  await appendFile(basedir.at('output', 'b1.jsonl'), '{"version":1,"commandId":"1","isC');
  expect(await files().find('b1', '1')).toEqual(printed('one\n'));
});

it('leads to no other directory, whatever a build is called', async () => {
  await writeFile(basedir.at('mine.jsonl'), 'mine');
  await files().add('../mine', '1', printed('one\n'));
  await files().remove(['../mine']);
  expect((await stat(basedir.at('mine.jsonl'))).size).toBe(4);
});

it('removes the oldest beyond so many bytes, and what is too old', async () => {
  const now = Date.now();
  const bytes = await files().add('b0', '1', printed('same\n'));
  for (const id of ['b1', 'b2', 'b3']) await files().add(id, '1', printed('same\n'));
  for (const age of [0, 1, 2, 3]) {
    const at = new Date(now - age * DAY_MS);
    await utimes(basedir.at('output', `b${age}.jsonl`), at, at);
  }
  const left = async () => (await readdir(basedir.at('output'))).sort();
  await files().tidy({ bytes: 3 * bytes, ageMs: 9 * DAY_MS }, now);
  expect(await left()).toEqual(['b0.jsonl', 'b1.jsonl', 'b2.jsonl']);
  await files().tidy({ bytes: 3 * bytes, ageMs: 1.5 * DAY_MS }, now);
  expect(await left()).toEqual(['b0.jsonl', 'b1.jsonl']);
  await files().tidy({ bytes: 0, ageMs: 9 * DAY_MS }, now);
  expect(await left()).toEqual([]);
});

it('has nothing to tidy before anything was kept', async () => {
  await files().tidy({ bytes: 1, ageMs: 1 }, Date.now());
  await files().remove(['b1']);
  await expect(stat(basedir.at('output'))).rejects.toThrow('ENOENT');
});

it(
  'is not held up by a device in the place of a file',
  notOn('win32', 'Windows has no /dev'),
  async () => {
    await files().add('b1', '1', printed('one\n'));
    await symlink('/dev/zero', basedir.at('output', 'b2.jsonl'));
    await expect(files().find('b2', '1')).rejects.toThrow();
  },
);
