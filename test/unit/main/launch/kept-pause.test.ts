import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { type Problem, problem } from '../../../../main/contract/problem.ts';
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

it('a named pipe in its place holds nobody up, is no pause, and is reported', async () => {
  execFileSync('mkfifo', [basedir.at('buildtray.pause')]);
  const reported: Problem[] = [];
  const pause = new KeptPause(basedir.path, (why) => void reported.push(why));
  expect(await pause.read(0)).toBeUndefined();
  const path = basedir.at('buildtray.pause');
  expect(reported).toEqual([problem('files.cannotRead', { path, reason: { kind: 'not-a-file' } })]);
});

it('there is no pause where the file is missing or holds something else', async () => {
  expect(await made().read(0)).toBeUndefined();
  await writeFile(basedir.at('buildtray.pause'), 'tomorrow, perhaps');
  expect(await made().read(0)).toBeUndefined();
});
