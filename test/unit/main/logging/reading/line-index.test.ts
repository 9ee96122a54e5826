import { describe, expect, it } from 'vitest';
import type { LogLevel } from '../../../../../main/contract/log/log-level.ts';
import { LOG_FILTERS } from '../../../../../main/contract/log/log-rows.ts';
import { formatLogLine } from '../../../../../main/logging/log-line.ts';
import { BLOCK_LINES, LineIndex } from '../../../../../main/logging/reading/line-index.ts';

function line(level: LogLevel, message: string): string {
  return `${formatLogLine({ at: 0, level, subject: 'part', message })}\n`;
}

function indexOf(text: string, cutEvery = text.length || 1): LineIndex {
  const bytes = Buffer.from(text);
  const index = new LineIndex();
  for (let at = 0; at < bytes.length; at += cutEvery) index.add(bytes.subarray(at, at + cutEvery));
  return index;
}

function countsOf(index: LineIndex): readonly number[] {
  return LOG_FILTERS.map((filter) => index.rowCount(filter));
}

describe('an index of lines', () => {
  it('counts lines by how urgent they are', () => {
    const text = line('info', 'a') + line('warn', 'b') + line('error', 'c');
    const critical = '2026-11-24 14:42:56+0000 [broker#critical] d\n';
    const twisted = '2026-11-24 14:42:56+0000 [-] e\n';
    expect(countsOf(indexOf(text + critical + twisted))).toEqual([5, 3, 2]);
  });

  it('gives lines that continue another its level', () => {
    const text = `${line('error', 'failed\nat one place\nat another')}${line('info', 'on\nand on')}`;
    expect(countsOf(indexOf(text))).toEqual([5, 3, 3]);
  });

  it('is the same wherever the bytes are cut', () => {
    const text = `${line('warn', 'grüße\nfort')}no time\r\n${line('error', 'x'.repeat(300))}open [`;
    const expected = countsOf(indexOf(text));
    for (let every = 1; every < 60; every += 1)
      expect(countsOf(indexOf(text, every))).toEqual(expected);
    expect(expected).toEqual([5, 3, 1]);
  });

  it('counts the unfinished line at the end, and once only', () => {
    const whole = line('warn', 'half a line');
    const index = new LineIndex();
    index.add(Buffer.from(whole.slice(0, -6)));
    expect(countsOf(index)).toEqual([1, 1, 0]);
    index.add(Buffer.from(whole.slice(-6)));
    expect(countsOf(index)).toEqual([1, 1, 0]);
  });

  it('finds the block of a row and of an offset', () => {
    const lines = Array.from({ length: 3 * BLOCK_LINES + 5 }, (_line, at) =>
      line(at % 100 === 7 ? 'warn' : 'info', `line ${at}`),
    );
    const index = indexOf(lines.join(''), 1000);
    expect(index.blockCount).toBe(4);
    expect(index.blockOfRow(BLOCK_LINES - 1, 'info')).toBe(0);
    expect(index.blockOfRow(BLOCK_LINES, 'info')).toBe(1);
    const start = Buffer.byteLength(lines.slice(0, BLOCK_LINES).join(''));
    expect(index.block(1, 'warn')).toMatchObject({ start, linesBefore: 256, rowsBefore: 3 });
    expect(index.blockOfRow(3, 'warn')).toBe(1);
    expect([index.blockAt(start - 1), index.blockAt(start), index.blockAt(1e9)]).toEqual([0, 1, 3]);
  });
});
