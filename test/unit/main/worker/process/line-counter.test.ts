import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineCounter } from '../../../../../main/worker/process/line-counter.ts';

function counted(...chunks: readonly string[]): number {
  const counter = new LineCounter();
  for (const chunk of chunks) counter.add(Buffer.from(chunk));
  return counter.lines;
}

it.each([
  ['a\nb\n', 2],
  ['a\rb\r', 2],
  ['a\r\nb\r\n', 2],
  ['a\n\rb', 2],
  ['\r\r\n', 2],
  ['unfinished', 0],
])('counts the ends of lines in %j', (text, lines) => {
  expect(counted(text)).toBe(lines);
});

it('counts the same wherever the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('\r', '\n', 'a')), (characters) => {
      expect(counted(...characters)).toBe(counted(characters.join('')));
    }),
  );
});
