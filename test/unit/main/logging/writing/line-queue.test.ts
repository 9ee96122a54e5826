import { expect, it } from 'vitest';
import { LineQueue } from '../../../../../main/logging/writing/line-queue.ts';

function queueOf(...lines: readonly string[]): LineQueue {
  const queue = new LineQueue();
  for (const line of lines) queue.add(line);
  return queue;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

it('gives whole lines as far as the room goes, one at least', () => {
  const queue = queueOf('one\n', 'two\n', 'three\n');
  expect(text(queue.batch(100))).toBe('one\ntwo\nthree\n');
  expect(text(queue.batch(9))).toBe('one\ntwo\n');
  expect(text(queue.batch(1))).toBe('one\n');
});

it('gives again what a write has left, and knows that it is inside a line', () => {
  const queue = queueOf('one\n', 'two\n');
  queue.batch(100);
  queue.written(6);
  expect([queue.isInsideLine, text(queue.batch(100))]).toEqual([true, 'o\n']);
  queue.written(2);
  expect([queue.isInsideLine, queue.isEmpty, queue.writtenBytes]).toEqual([false, true, 8]);
});

it('loses the newest lines when too many wait, and writes down how many', () => {
  const large = `${'x'.repeat(1024 * 1024 - 1)}\n`;
  const queue = queueOf(large, large, large, large, 'lost\n', 'lost too\n');
  for (let left = 4; left > 0; left -= 1) queue.written(large.length);
  expect(text(queue.batch(100))).toMatch(/^\(2 lines were lost here/);
});
