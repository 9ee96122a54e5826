import { open, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  LONGEST_LINE,
  readLines,
  type TextLine,
} from '../../../../../main/logging/reading/read-lines.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

async function linesOf(text: string | Buffer, start = 0): Promise<readonly TextLine[]> {
  const path = basedir.at('a.log');
  await writeFile(path, text);
  const file = await open(path, 'r');
  try {
    const lines: TextLine[] = [];
    const end = Buffer.byteLength(text);
    await readLines(file, { start, end }, (some) => {
      lines.push(...some);
      return true;
    });
    return lines;
  } finally {
    await file.close();
  }
}

async function textsOf(text: string | Buffer): Promise<readonly string[]> {
  return (await linesOf(text)).map((line) => line.text);
}

describe('the lines of a file', () => {
  it('end with a newline, with or without a carriage return, or with the file', async () => {
    expect(await textsOf('a\r\nb\n\nc')).toEqual(['a', 'b', '', 'c']);
    expect(await textsOf('a\n')).toEqual(['a']);
    expect(await textsOf('')).toEqual([]);
  });

  it('keep characters that lie across the border of two pieces', async () => {
    const piece = 256 * 1024;
    for (const shift of [1, 2, 3]) {
      const first = `${'x'.repeat(99)}\n`.repeat(piece / 100).slice(0, piece - shift);
      const texts = await textsOf(`${first}€🙂ü\nnext\n`);
      expect(texts.at(-1)).toBe('next');
      expect(texts.at(-2)).toMatch(/^x*€🙂ü$/);
    }
  });

  it('are returned in part where they are endless, and never cut a character', async () => {
    const long = `a${'€'.repeat(300_000)}`;
    const [line, after, ...others] = await linesOf(`${long}\nafter\n`);
    expect(line?.text).toMatch(/^a€+$/);
    expect(line?.text.length).toBeLessThanOrEqual(LONGEST_LINE);
    expect(line?.cutBytes).toBeGreaterThan(800_000);
    expect(after).toEqual({ text: 'after', cutBytes: 0 });
    expect(others).toEqual([]);
  });

  it('say how much is cut of a line inside one piece', async () => {
    const [line] = await linesOf(`${'x'.repeat(LONGEST_LINE + 10)}\n`);
    expect(line).toEqual({ text: 'x'.repeat(LONGEST_LINE), cutBytes: 10 });
  });
});
