import { writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { LogFilter } from '../../../../../main/contract/log/log-rows.ts';
import { formatLogLine } from '../../../../../main/logging/log-line.ts';
import { LogSource } from '../../../../../main/logging/reading/log-source.ts';
import { readRows, rowOfLine } from '../../../../../main/logging/reading/read-rows.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const LINES = 2_000;
/** Every 300th line is a warning of two lines, so that some are cut by a block of the index. */
const isWarning = (at: number) => at % 300 === 255;

let text = '';
beforeEach(() => {
  text = Array.from({ length: LINES }, (_line, at) => {
    if (isWarning(at - 1)) return `\tmore of ${at - 1}\n`;
    const level = isWarning(at) ? 'warn' : 'info';
    return `${formatLogLine({ at: 0, level, subject: 's', message: `line ${at}` })}\n`;
  }).join('');
});

async function indexed(): Promise<LogSource> {
  await writeFile(basedir.at('a.log'), text);
  const source = await LogSource.open(basedir.at('a.log'));
  if (source === undefined) throw new Error('it is there');
  onTestFinished(() => source.close());
  await source.catchUp(new AbortController().signal, () => {});
  return source;
}

async function messages(source: LogSource, filter: LogFilter, first: number, count: number) {
  const rows = await readRows(source, { filter, first, count }, 0);
  return rows.map(({ message }) => message);
}

describe('rows of a file', () => {
  it('are read from anywhere, over the borders of blocks', async () => {
    const source = await indexed();
    expect(await messages(source, 'info', 254, 4)).toEqual([
      ...['line 254', 'line 255', 'more of 255', 'line 257'],
    ]);
    expect(await messages(source, 'info', LINES - 1, 5)).toEqual([`line ${LINES - 1}`]);
    expect(await messages(source, 'info', LINES, 5)).toEqual([]);
    expect(await messages(source, 'info', 3, 0)).toEqual([]);
  });

  it('are those that a filter lets through, with the lines that continue them', async () => {
    const source = await indexed();
    expect(await messages(source, 'warn', 1, 3)).toEqual([
      'more of 255',
      'line 555',
      'more of 555',
    ]);
    expect(await messages(source, 'warn', 0, 100)).toHaveLength(source.index.rowCount('warn'));
    expect(await messages(source, 'error', 0, 5)).toEqual([]);
  });

  it('have the numbers of their lines over all files', async () => {
    const source = await indexed();
    const rows = await readRows(source, { filter: 'warn', first: 0, count: 3 }, 10_000);
    expect(rows.map(({ line, level }) => [line, level])).toEqual([
      [10_255, 'warn'],
      [10_256, 'warn'],
      [10_555, 'warn'],
    ]);
  });
});

describe('the row of a line', () => {
  it.each([
    ['info', 700, 700],
    ['info', LINES + 5, LINES],
    ['warn', 0, 0],
    ['warn', 255, 0],
    ['warn', 256, 1],
    ['warn', 257, 2],
    ['warn', 556, 3],
    ['warn', LINES + 5, 12],
  ] as const)('among those of %s, of line %d, is %d', async (filter, line, row) => {
    expect(await rowOfLine(await indexed(), line, filter)).toBe(row);
  });
});
