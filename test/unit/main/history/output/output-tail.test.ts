import { expect, it } from 'vitest';
import { KEPT_CHARACTERS, OutputTail } from '../../../../../main/history/output/output-tail.ts';

const line = (at: number): string => `line ${String(at).padStart(94, '.')}\n`;

it('is nothing before the command prints, then all of it, in order', () => {
  const tail = new OutputTail();
  expect(tail.text).toBeUndefined();
  tail.add('stdout', 'one\n');
  tail.add('stdout', 'two\n');
  tail.add('stderr', 'bad\n');
  expect(tail.text).toEqual({
    pieces: [
      { stream: 'stdout', text: 'one\ntwo\n' },
      { stream: 'stderr', text: 'bad\n' },
    ],
    isCut: false,
  });
});

it.each([1, 7, 650, 5_000])('is the last whole lines, printed %i at a time', (together) => {
  const tail = new OutputTail();
  const lines = Array.from({ length: 10_000 }, (_line, at) => line(at));
  for (let at = 0; at < lines.length; at += together) {
    tail.add(at % 2 === 0 ? 'stdout' : 'stderr', lines.slice(at, at + together).join(''));
  }
  const { pieces = [], isCut } = tail.text ?? {};
  const text = pieces.map((piece) => piece.text).join('');
  expect(isCut).toBe(true);
  expect(text).toBe(lines.slice(-KEPT_CHARACTERS / line(0).length).join(''));
});

it('is all where that is just what is kept, and cut by a line with one more character', () => {
  const tail = new OutputTail();
  tail.add('stdout', `first\n${'x'.repeat(KEPT_CHARACTERS - 7)}\n`);
  expect(tail.text).toMatchObject({ isCut: false });
  tail.add('stdout', '\n');
  expect(tail.text?.isCut).toBe(true);
  expect(tail.text?.pieces[0]?.text.startsWith('xxx')).toBe(true);
});

it('is the end of a line that is longer than all that is kept', () => {
  const tail = new OutputTail();
  tail.add('stdout', `${'x'.repeat(3 * KEPT_CHARACTERS)}end\n`);
  const [piece] = tail.text?.pieces ?? [];
  expect(piece?.text).toHaveLength(KEPT_CHARACTERS);
  expect(piece?.text.endsWith('xend\n')).toBe(true);
});
