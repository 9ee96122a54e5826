import { describe, expect, it } from 'vitest';
import { OutputLines } from '../../../../../renderer/components/output/output-lines.ts';

const RED = '\u001b[31m';
const BOLD = '\u001b[1m';
const OFF = '\u001b[0m';

function linesFrom(pieces: readonly (readonly [stream: string, text: string])[], most = 100) {
  const output = new OutputLines(most);
  for (const [stream, text] of pieces) output.add({ stream, text });
  return output.lines;
}
const textsOf = (...pieces: readonly string[]) =>
  linesFrom(pieces.map((text) => ['stdout', text] as const)).map(({ text }) => text);

describe('output lines', () => {
  it('come from pieces of whole lines, empty ones included', () => {
    expect(textsOf('a\n\nb\n', 'c', '\n')).toEqual(['a', '', 'b', 'c', '']);
  });

  it('keep the newest and number them through', () => {
    const lines = linesFrom(
      [
        ['stdout', '1\n2\n3\n'],
        ['stdout', '4\n5\n'],
      ],
      3,
    );
    expect(lines.map(({ number, text }) => [number, text])).toEqual([
      [3, '3'],
      [4, '4'],
      [5, '5'],
    ]);
  });

  it('are another array after each change, so that a page notices', () => {
    const output = new OutputLines(2);
    output.add({ stream: 'stdout', text: 'a\n' });
    const before = output.lines;
    output.add({ stream: 'stdout', text: 'b\n' });
    expect(output.lines).not.toBe(before);
    expect(before).toHaveLength(1);
  });

  it('show what a progress bar wrote last', () => {
    expect(textsOf('10 %\r50 %\r100 %\n', 'dos\r\n')).toEqual(['100 %', 'dos']);
  });

  it('carry colours on to the next lines of their stream, until they are switched off', () => {
    const lines = linesFrom([
      ['stdout', `${RED}one\ntwo${BOLD}\n`],
      ['stderr', 'other\n'],
      ['stdout', `three${OFF}\nfour\n`],
    ]);
    expect(lines.map(({ text }) => text)).toEqual([
      `${RED}one`,
      `${RED}two${BOLD}`,
      'other',
      `${RED}${BOLD}three${OFF}`,
      'four',
    ]);
  });

  it('leave out what headers say in detail', () => {
    const header = 'make all\n in dir /w/build (timeout 1200 secs)\n environment:\n  A=1\n';
    const lines = linesFrom([
      ['header', header],
      ['header', 'program finished with exit code 0\nelapsedTime=1.5\n'],
      ['stdout', ' indented\n'],
    ]);
    expect(lines.map(({ text }) => text)).toEqual([
      'make all',
      'program finished with exit code 0',
      ' indented',
    ]);
  });

  it('are cut where nobody reads on, and colours do not pile up', () => {
    expect(textsOf('x'.repeat(100_000))[0]).toHaveLength(4_000);
    const carried = textsOf(`${RED.repeat(1_000)}\n`, 'x\n')[1] ?? '';
    expect(carried.length).toBeLessThanOrEqual(201);
  });
});
