import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf, LineSplitter } from '../../../../../main/worker/updates/line-splitter.ts';
import {
  DEFAULT_NEWLINE_PATTERN,
  newlineRuleFrom,
} from '../../../../../main/worker/updates/newlines.ts';

interface Piece {
  readonly text: string;
  readonly lineCount: number;
  readonly timeSeconds: number;
}

function splitter({ maxLineLength = 4096, room = 65_536 } = {}) {
  const pieces: Piece[] = [];
  const rules = { newlines: newlineRuleFrom(DEFAULT_NEWLINE_PATTERN), maxLineLength };
  const lines = new LineSplitter(rules, {
    room,
    addLines: (utf8, lineCount, timeSeconds) =>
      void pieces.push({ text: utf8.toString('utf8'), lineCount, timeSeconds }),
  });
  const append = (text: string, timeSeconds = 1) => lines.append(Buffer.from(text), timeSeconds);
  return { append, flush: () => lines.flush(), pieces };
}

const joined = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

describe('lines', () => {
  it('leave whole, and the unfinished one when it is flushed', () => {
    const { append, flush, pieces } = splitter();
    append('one\ntwo\nthr', 1);
    expect(pieces).toEqual([{ text: 'one\ntwo\n', lineCount: 2, timeSeconds: 1 }]);
    flush();
    expect(pieces[1]).toEqual({ text: 'thr\n', lineCount: 1, timeSeconds: 1 });
    flush();
    expect(pieces).toHaveLength(2);
  });

  it('carry the time at which they began', () => {
    const { append, pieces } = splitter();
    append('on', 1);
    append('e', 2);
    append('\ntwo\n', 3);
    expect(pieces).toEqual([
      { text: 'one\n', lineCount: 1, timeSeconds: 1 },
      { text: 'two\n', lineCount: 1, timeSeconds: 3 },
    ]);
  });

  // Without backspaces: a run of them makes one newline, and two when it is cut, as in the Python worker.
  it('are the same wherever the text was cut', () => {
    const alphabet = fc.constantFrom('a', 'ü', '€', '😀', '\n', '\r', '\r\n', '\x1b[u', '\x1b[2J');
    fc.assert(
      fc.property(fc.array(alphabet), fc.array(fc.nat(40)), (characters, cuts) => {
        const text = characters.join('');
        const [whole, cut] = [splitter(), splitter()];
        whole.append(text);
        whole.flush();
        let at = 0;
        for (const length of [...cuts, text.length]) {
          const end = Math.min(at + length, text.length);
          // A character is never cut: the decoder holds its first bytes back.
          const isWhole = !/[\ud800-\udbff]$/.test(text.slice(0, end));
          cut.append(text.slice(at, isWhole ? end : end + 1));
          at = isWhole ? end : end + 1;
        }
        cut.flush();
        expect(joined(cut.pieces)).toBe(joined(whole.pieces));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a line that is too long', () => {
  it.each([
    ['one below the limit', 9, 'x'.repeat(9)],
    ['at the limit', 10, `${'x'.repeat(9)}\nx`],
    ['above it', 11, `${'x'.repeat(9)}\nxx`],
    ['twice as long', 19, `${'x'.repeat(9)}\n${'x'.repeat(9)}\nx`],
  ])('%s loses no character', (_name, length, expected) => {
    const { append, pieces } = splitter({ maxLineLength: 10 });
    append(`${'x'.repeat(length)}\n`);
    expect(joined(pieces)).toBe(`${expected}\n`);
  });

  it('is cut between characters, and held for less than the limit', () => {
    const { append, flush, pieces } = splitter({ maxLineLength: 3 });
    append('€€€€');
    expect(joined(pieces)).toBe('€€\n');
    flush();
    expect(joined(pieces)).toBe('€€\n€€\n');
  });
});

it('gives out pieces that fit, unless a single line does not', () => {
  const { append, pieces } = splitter({ room: costOf(8, 2) });
  append('one\ntwo\nthree\na line that is longer than the room\n');
  expect(pieces.map(({ text }) => text)).toEqual([
    'one\ntwo\n',
    'three\n',
    'a line that is longer than the room\n',
  ]);
});
