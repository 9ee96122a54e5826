import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startInBackground } from '../../../../../main/cli/worker-process/start-in-background.ts';
import { problem } from '../../../../../main/contract/problem.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const ATTACHED = { kind: 'attached', master: 'ci:9989' };
const TROUBLE = {
  kind: 'trouble',
  problem: problem('foreign.message', { message: 'Not yet.' }),
  isForGood: false,
};

const [node, script] = process.argv;
beforeEach(() => {
  process.argv[1] = temporary.at('program.mjs');
});
afterEach(() => {
  process.argv = [node ?? '', script ?? ''];
});

/** Starts a program that reports these verdicts and ends. */
async function startedWith(verdicts: readonly object[], printed = '') {
  const sends = verdicts.map((verdict) => `process.send(${JSON.stringify(verdict)});`);
  const text = `process.stdout.write(${JSON.stringify(printed)});${sends.join('')}`;
  await writeFile(temporary.at('program.mjs'), text);
  return startInBackground(temporary.path, temporary.path);
}

it('gives the verdict that settles the matter', async () => {
  const { pid, verdict } = await startedWith([TROUBLE, ATTACHED]);
  expect(verdict).toEqual(ATTACHED);
  expect(pid).toBeGreaterThan(0);
});

it('gives the last one where the program ends before the matter is settled', async () => {
  expect((await startedWith([TROUBLE])).verdict).toEqual(TROUBLE);
});

it('gives none where the program ends without a report, or sends something else', async () => {
  expect((await startedWith([])).verdict).toBeUndefined();
  expect((await startedWith([{ kind: 'surprise' }])).verdict).toBeUndefined();
});

it('writes what the program prints into the log, for its owner alone', async () => {
  await startedWith([], 'a stack of Node’s\n');
  expect(await readFile(temporary.at('worker.log'), 'utf8')).toBe('a stack of Node’s\n');
});

it('starts nothing where the log cannot be written', async () => {
  await mkdir(temporary.at('worker.log'));
  await expect(startedWith([ATTACHED])).rejects.toThrow(/^Cannot write .*worker\.log: /);
});
