import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { KeptPause } from '../../../../main/launch/kept-pause.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const made = (): KeptPause =>
  new KeptPause(basedir.path, (why) => {
    throw new Error(why.key);
  });
const contents = (): Promise<string> => readFile(basedir.at('buildtray.pause'), 'utf8');

it.each(['resumed', 5_000] as const)('a pause until %s outlives the process', async (until) => {
  const before = made();
  before.follow({ kind: 'paused', until });
  before.follow({ kind: 'stopped', why: undefined });
  await before.close();
  expect(await made().read(4_999)).toBe(until);
});

it('a pause that is over is forgotten, and so is one that was ended', async () => {
  const first = made();
  first.keep(5_000);
  await first.close();
  const second = made();
  expect(await second.read(5_000)).toBeUndefined();
  await second.close();
  await expect(contents()).rejects.toThrow('ENOENT');
  second.keep('resumed');
  second.follow({ kind: 'connecting', attempt: 1, retryAt: undefined, problem: undefined });
  await second.close();
  await expect(contents()).rejects.toThrow('ENOENT');
});

it('a named pipe in its place holds nobody up, and is no pause', async () => {
  execFileSync('mkfifo', [basedir.at('buildtray.pause')]);
  expect(await made().read(0)).toBeUndefined();
});

it('there is no pause where the file is missing or holds something else', async () => {
  expect(await made().read(0)).toBeUndefined();
  await writeFile(basedir.at('buildtray.pause'), 'tomorrow, perhaps');
  expect(await made().read(0)).toBeUndefined();
});
