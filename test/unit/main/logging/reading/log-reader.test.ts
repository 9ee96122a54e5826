import { appendFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LogLevel } from '../../../../../main/contract/log/log-level.ts';
import type { LogExtent, LogRow } from '../../../../../main/contract/log/log-rows.ts';
import { systemClock } from '../../../../../main/lib/clock.ts';
import { formatLogLine } from '../../../../../main/logging/log-line.ts';
import { LogReader } from '../../../../../main/logging/reading/log-reader.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

function entry(message: string, level: LogLevel = 'info'): string {
  return `${formatLogLine({ at: 1000, level, subject: 'part', message })}\n`;
}

function entries(from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += entry(`line ${at}`, levelOf(at));
  return text;
}

function levelOf(at: number): LogLevel {
  if (at % 1000 === 500) return 'error';
  return at % 100 === 0 ? 'warn' : 'info';
}

/** A reader of these files, newest first; it is closed at the end of the test. */
function makeReader(...names: readonly string[]) {
  const extents: LogExtent[] = [];
  const files = [...names];
  const reader = new LogReader({
    listFiles: async () => files.map((name) => basedir.at(name)),
    clock: systemClock,
    onChanged: (extent) => extents.push(extent),
  });
  onTestFinished(() => reader.close());
  return { reader, extents, files };
}

function messages(rows: readonly LogRow[]): readonly string[] {
  return rows.map(({ message }) => message);
}

describe('a log', () => {
  it('shows its end before any line is counted, over the border of two files', async () => {
    await writeFile(basedir.at('a.log.1'), entry('oldest') + entry('old'));
    await writeFile(basedir.at('a.log'), entry('new', 'warn'));
    const { reader } = makeReader('a.log', 'a.log.1');
    expect(await reader.open(2)).toEqual([
      {
        line: undefined,
        at: 1000,
        level: 'info',
        subject: 'part',
        message: 'old',
        isContinued: false,
        cutBytes: 0,
      },
      {
        line: undefined,
        at: 1000,
        level: 'warn',
        subject: 'part',
        message: 'new',
        isContinued: false,
        cutBytes: 0,
      },
    ]);
  });

  it('is empty where there is no file, and begins with the first one', async () => {
    const { reader, extents } = makeReader('a.log');
    expect(await reader.open(10)).toEqual([]);
    await reader.refresh();
    expect(extents.at(-1)).toMatchObject({ isCounted: true, rows: { info: 0 } });
    await writeFile(basedir.at('a.log'), entry('first'));
    await reader.refresh();
    expect(messages((await reader.slice('info', 0, 5)).rows)).toEqual(['first']);
  });

  it('gives any slice of all its files', async () => {
    await writeFile(basedir.at('a.log.1'), entries(0, 3000));
    await writeFile(basedir.at('a.log'), entries(3000, 4000));
    const { reader } = makeReader('a.log', 'a.log.1');
    await reader.open(1);
    await reader.refresh();
    const { rows } = await reader.slice('info', 2998, 4);
    expect(rows.map(({ line, message }) => [line, message])).toEqual([
      [2998, 'line 2998'],
      [2999, 'line 2999'],
      [3000, 'line 3000'],
      [3001, 'line 3001'],
    ]);
    expect(messages((await reader.slice('info', 3999, 10)).rows)).toEqual(['line 3999']);
    expect((await reader.slice('info', 4000, 10)).rows).toEqual([]);
  });

  it('lets a filter through what is urgent enough, with the lines that continue it', async () => {
    await writeFile(basedir.at('a.log.1'), entries(0, 3000));
    await writeFile(basedir.at('a.log'), entries(3000, 3500) + entry('bad\nworse', 'error'));
    const { reader } = makeReader('a.log', 'a.log.1');
    await reader.open(1);
    await reader.refresh();
    expect(reader.extent.rows).toEqual({ info: 3502, warn: 37, error: 5 });
    const errors = await reader.slice('error', 0, 10);
    expect(messages(errors.rows)).toEqual(['line 500', 'line 1500', 'line 2500', 'bad', 'worse']);
    expect(errors.rows.at(-1)).toMatchObject({ isContinued: true, level: 'error', line: 3501 });
    const warnings = await reader.slice('warn', 29, 3);
    expect(messages(warnings.rows)).toEqual(['line 2900', 'line 3000', 'line 3100']);
  });

  it('finds the row of a line, or of the next one that the filter lets through', async () => {
    await writeFile(basedir.at('a.log.1'), entries(0, 3000));
    await writeFile(basedir.at('a.log'), entries(3000, 4000));
    const { reader } = makeReader('a.log', 'a.log.1');
    await reader.open(1);
    await reader.refresh();
    expect(await reader.rowOf(3210, 'info')).toBe(3210);
    expect(await reader.rowOf(3000, 'warn')).toBe(30);
    expect(await reader.rowOf(2901, 'warn')).toBe(30);
    expect(await reader.rowOf(1499, 'error')).toBe(1);
    expect(await reader.rowOf(99_999, 'error')).toBe(3);
  });
});

describe('a log that is being written', () => {
  it('grows, and an unfinished line becomes whole', async () => {
    await writeFile(basedir.at('a.log'), `${entry('one')}half`);
    const { reader, extents } = makeReader('a.log');
    await reader.open(1);
    await reader.refresh();
    expect(messages((await reader.slice('info', 0, 9)).rows)).toEqual(['one', 'half']);
    await appendFile(basedir.at('a.log'), ` and half\n${entry('three')}`);
    await reader.refresh();
    expect(messages((await reader.slice('info', 0, 9)).rows)).toEqual([
      'one',
      'half and half',
      'three',
    ]);
    expect(extents.at(-1)).toMatchObject({ generation: extents[0]?.generation, rows: { info: 3 } });
  });

  it('keeps the numbers of its lines when it is rotated', async () => {
    await writeFile(basedir.at('a.log'), entries(0, 300));
    const { reader, files } = makeReader('a.log');
    await reader.open(1);
    await reader.refresh();
    const { generation } = reader.extent;
    await appendFile(basedir.at('a.log'), entries(300, 310));
    await rename(basedir.at('a.log'), basedir.at('a.log.1'));
    await writeFile(basedir.at('a.log'), entries(310, 320));
    files.push('a.log.1');
    await reader.refresh();
    expect(reader.extent).toMatchObject({
      generation,
      firstLine: 0,
      rows: { info: 320 },
      files: 2,
    });
    expect(messages((await reader.slice('info', 299, 3)).rows)).toEqual([
      'line 299',
      'line 300',
      'line 301',
    ]);
    expect((await reader.slice('info', 319, 1)).rows[0]).toMatchObject({
      line: 319,
      message: 'line 319',
    });
  });

  it('forgets what rotation removes; later lines keep their numbers', async () => {
    await writeFile(basedir.at('a.log.1'), entries(0, 300));
    await writeFile(basedir.at('a.log'), entries(300, 310));
    const { reader } = makeReader('a.log', 'a.log.1');
    await reader.open(1);
    await reader.refresh();
    const { generation } = reader.extent;
    await rm(basedir.at('a.log.1'));
    await rename(basedir.at('a.log'), basedir.at('a.log.1'));
    await writeFile(basedir.at('a.log'), entries(310, 312));
    await reader.refresh();
    expect(reader.extent).toMatchObject({
      generation: generation + 1,
      firstLine: 300,
      rows: { info: 12 },
    });
    expect((await reader.slice('info', 0, 1)).rows[0]).toMatchObject({
      line: 300,
      message: 'line 300',
    });
    expect(await reader.rowOf(305, 'info')).toBe(5);
    expect(await reader.rowOf(4, 'info')).toBe(0);
  });

  it('starts again when a file was cut', async () => {
    await writeFile(basedir.at('a.log'), entries(0, 300));
    const { reader } = makeReader('a.log');
    await reader.open(1);
    await reader.refresh();
    const { generation } = reader.extent;
    await truncate(basedir.at('a.log'), 0);
    await appendFile(basedir.at('a.log'), entry('fresh'));
    await reader.refresh();
    expect(reader.extent).toMatchObject({ firstLine: 0, rows: { info: 1 } });
    expect(reader.extent.generation).toBeGreaterThan(generation);
    expect(messages((await reader.slice('info', 0, 9)).rows)).toEqual(['fresh']);
  });

  it('holds no file once it is closed, also while it is counted', async () => {
    await writeFile(basedir.at('a.log'), entries(0, 50_000));
    const { reader } = makeReader('a.log');
    await reader.open(1);
    await reader.close();
    expect((await reader.slice('info', 0, 9)).rows).toEqual([]);
    expect(reader.extent.files).toBe(0);
  });
});
