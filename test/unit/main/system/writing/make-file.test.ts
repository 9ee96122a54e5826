import { spawnSync } from 'node:child_process';
import { link, lstat, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { makeFile } from '../../../../../main/system/writing/make-file.ts';
import { killAfter } from '../../../../support/killed-process.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const folder = temporaryBasedir();

it('is made with its mode, and nothing beside it', async () => {
  expect(await makeFile(folder.at('secret'), 'all of it', 0o600)).toBe(true);
  expect(await readFile(folder.at('secret'), 'utf8')).toBe('all of it');
  expect((await lstat(folder.at('secret'))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder.path)).toEqual(['secret']);
});

it('is not made where something is, be it a link to nowhere', async () => {
  await writeFile(folder.at('file'), 'old');
  await symlink('nowhere', folder.at('link'));
  expect(await makeFile(folder.at('file'), 'new', 0o600)).toBe(false);
  expect(await makeFile(folder.at('link'), 'new', 0o600)).toBe(false);
  expect(await readFile(folder.at('file'), 'utf8')).toBe('old');
  expect(await readdir(folder.path)).toEqual(['file', 'link']);
});

it('loses its second name where its maker was killed before the last step', async () => {
  const { pid } = spawnSync('true');
  await writeFile(folder.at('file'), 'whole');
  await link(folder.at('file'), folder.at(`.file.${pid}-1.1.tmp`));
  expect(await makeFile(folder.at('file'), 'new', 0o600)).toBe(false);
  expect(await readdir(folder.path)).toEqual(['file']);
});

it('is made by one of many who try at once', async () => {
  const tries = ['a', 'b', 'c', 'd'].map((text) => makeFile(folder.at('file'), text, 0o600));
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
});

const SIZE = 200_000;
const PROGRAM = `
import { makeFile } from '${new URL('../../../../../main/system/writing/make-file.ts', import.meta.url).pathname}';
process.stdout.write('ready');
const text = 'x'.repeat(${SIZE});
for (let n = 0; ; n += 1) await makeFile(process.argv[1] + '/file' + n, text, 0o600);
`;

it('is whole or not there when its maker is killed, and the next one cleans up', async () => {
  for (const delayMs of [5, 15, 35]) await killAfter(PROGRAM, [folder.path], delayMs);
  for (let n = 0; n < 60; n += 1) await makeFile(folder.at(`file${n}`), 'x'.repeat(SIZE), 0o600);
  const names = await readdir(folder.path);
  expect(names.filter((name) => !/^file\d+$/.test(name))).toEqual([]);
  for (const name of names) expect((await lstat(folder.at(name))).size).toBe(SIZE);
});
