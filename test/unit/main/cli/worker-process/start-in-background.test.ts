import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type StartStage,
  startInBackground,
} from '../../../../../main/cli/worker-process/start-in-background.ts';
import { problem } from '../../../../../main/contract/problem.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const LAUNCHED = { kind: 'launched' };
const ATTACHED = { kind: 'attached', master: 'ci:9989' };
const TROUBLE = {
  kind: 'trouble',
  problem: problem('foreign.message', { message: 'Not yet.' }),
  isForGood: false,
};
const REFUSED = { kind: 'refused', problem: TROUBLE.problem };

const [node, script] = process.argv;
beforeEach(() => {
  process.argv[1] = temporary.at('program.mjs');
});
afterEach(() => {
  process.argv = [node ?? '', script ?? ''];
});

/** Starts a program that reports these verdicts and ends. */
async function startedWith(
  verdicts: readonly object[],
  {
    printed = '',
    afterwards = '',
    stage = 'attached',
  }: { printed?: string; afterwards?: string; stage?: StartStage } = {},
) {
  const sends = verdicts.map((verdict) => `process.send(${JSON.stringify(verdict)});`);
  const text = `process.stdout.write(${JSON.stringify(printed)});${sends.join('')}${afterwards}`;
  await writeFile(temporary.at('program.mjs'), text);
  return startInBackground(temporary.path, temporary.path, stage);
}

it('gives the verdict that settles the matter', async () => {
  const { pid, verdict } = await startedWith([TROUBLE, ATTACHED]);
  expect(verdict).toEqual(ATTACHED);
  expect(pid).toBeGreaterThan(0);
});

it('waits for more than a worker that runs, unless that is all that matters', async () => {
  const reports = [LAUNCHED, TROUBLE, ATTACHED];
  expect((await startedWith(reports)).verdict).toEqual(ATTACHED);
  expect((await startedWith([LAUNCHED])).verdict).toEqual(LAUNCHED);
  expect((await startedWith([REFUSED, ATTACHED], { stage: 'launched' })).verdict).toEqual(REFUSED);
});

it('does not wait for the master where the worker only has to run', async () => {
  const { pid, verdict } = await startedWith([LAUNCHED], {
    stage: 'launched',
    afterwards: 'setInterval(() => {}, 1000);',
  });
  process.kill(pid);
  expect(verdict).toEqual(LAUNCHED);
});

it('gives the last one where the program ends before the matter is settled', async () => {
  expect((await startedWith([TROUBLE])).verdict).toEqual(TROUBLE);
});

it('gives none where the program ends without a report, or sends something else', async () => {
  expect((await startedWith([])).verdict).toBeUndefined();
  expect((await startedWith([{ kind: 'surprise' }])).verdict).toBeUndefined();
});

it('writes what the program prints into the log, for its owner alone', async () => {
  await startedWith([], { printed: 'a stack of Node’s\n' });
  expect(await readFile(temporary.at('worker.log'), 'utf8')).toBe('a stack of Node’s\n');
});

it('starts nothing where the log cannot be written', async () => {
  await mkdir(temporary.at('worker.log'));
  await expect(startedWith([ATTACHED])).rejects.toThrow(/^Cannot write .*worker\.log: /);
});
