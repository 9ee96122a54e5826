import { expect, it } from 'vitest';
import type { Update } from '../../../../../main/worker/update.ts';
import { Batch, type TextTarget } from '../../../../../main/worker/updates/batch.ts';

const STDOUT: TextTarget = { kind: 'text', stream: 'stdout' };
const STDERR: TextTarget = { kind: 'text', stream: 'stderr' };

function makeBatch(capacity = 1000) {
  const sent: unknown[] = [];
  const batch = new Batch(capacity, (updates) => void sent.push(updates.map(shown)));
  const lines = (target: TextTarget, text: string, timeSeconds = 1) =>
    batch.addLines(target, Buffer.from(text), 1, timeSeconds);
  return { batch, lines, sent };
}

function shown(update: Update): unknown {
  if (update.kind === 'value') return [update.key, update.value];
  const name = update.kind === 'log' ? update.logName : update.stream;
  const { utf8, arrivals } = update.lines;
  return [name, Buffer.from(utf8).toString('utf8'), arrivals.map(({ endByte }) => endByte)];
}

it('joins neighbours of one stream and keeps the order of all', () => {
  const { batch, lines, sent } = makeBatch();
  lines(STDOUT, 'a\n', 1);
  lines(STDOUT, 'b\n', 1);
  lines(STDOUT, 'c\n', 2);
  lines(STDERR, 'x\n');
  batch.addValue('rc', 0);
  lines(STDOUT, 'd\n');
  batch.send();
  expect(sent).toEqual([
    [
      ['stdout', 'a\nb\nc\n', [4, 6]],
      ['stderr', 'x\n', [2]],
      ['rc', 0],
      ['stdout', 'd\n', [2]],
    ],
  ]);
});

it('sends by itself before it holds more than it may', () => {
  const { batch, lines, sent } = makeBatch(40);
  lines(STDOUT, 'a\n');
  lines(STDOUT, 'b\n');
  expect(sent).toEqual([]);
  batch.addValue('rc', 0);
  expect(sent).toEqual([[['stdout', 'a\nb\n', [4]]]]);
});

it('sends nothing when it is empty', () => {
  const { batch, sent } = makeBatch();
  batch.send();
  expect([batch.isEmpty, sent]).toEqual([true, []]);
});

it('offers the next batch where hardly anything of this one is left', () => {
  const { batch, lines } = makeBatch(160);
  expect(batch.room).toBe(160);
  lines(STDOUT, `${'x'.repeat(99)}\n`);
  expect(batch.room).toBe(160 - 116);
  lines(STDOUT, `${'x'.repeat(19)}\n`);
  expect(batch.room).toBe(160);
});
