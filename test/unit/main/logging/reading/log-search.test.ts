import { appendFile, writeFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LogQuery } from '../../../../../main/contract/log/log-contract.ts';
import type { LogSearchState } from '../../../../../main/contract/log/log-rows.ts';
import { formatLogLine } from '../../../../../main/logging/log-line.ts';
import { LogReader } from '../../../../../main/logging/reading/log-reader.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { wordedWith } from '../../../../support/worded.ts';

const basedir = temporaryBasedir();

const QUERY: LogQuery = { text: '', isPattern: false, matchesCase: false, filter: 'info' };

async function makeReader(older: string, newer: string): Promise<LogReader> {
  await writeFile(basedir.at('a.log.1'), older);
  await writeFile(basedir.at('a.log'), newer);
  const reader = new LogReader({
    listFiles: async () => [basedir.at('a.log'), basedir.at('a.log.1')],
    clock: new FakeClock(),
    onChanged: () => {},
  });
  onTestFinished(() => reader.close());
  await reader.open(1);
  return reader;
}

/** The last report of a search, and the lines it found, newest first. */
async function found(reader: LogReader, query: Partial<LogQuery>) {
  const reports: LogSearchState[] = [];
  await reader.search({ ...QUERY, ...query }, (state) => reports.push(state));
  const lines: number[] = [];
  for (let hit = 0; ; hit += 1) {
    const line = reader.lineOfHit(hit);
    if (line === undefined) return { lines, state: reports.at(-1) };
    lines.push(line);
  }
}

describe('a search', () => {
  it('finds text over all files, newest first, with or without its case', async () => {
    const reader = await makeReader('Apple\npear\napple pie\n', 'none\nAPPLE\n');
    expect((await found(reader, { text: 'apple' })).lines).toEqual([4, 2, 0]);
    expect((await found(reader, { text: 'apple', matchesCase: true })).lines).toEqual([2]);
    expect((await found(reader, { text: 'a.p' })).lines).toEqual([]);
  });

  it('finds a regular expression inside single lines', async () => {
    const reader = await makeReader('one\ntwo\nthree\n', 'Two\n');
    expect((await found(reader, { text: '^t', isPattern: true })).lines).toEqual([3, 2, 1]);
    expect((await found(reader, { text: 'one\\stwo', isPattern: true })).lines).toEqual([]);
  });

  it('finds lines that lie anywhere in a large file, and reports how far it got', async () => {
    const filler = `${'x'.repeat(90)}\n`;
    const large = `${filler.repeat(20_000)}grün\n${filler.repeat(20_000)}grün\n`;
    const reader = await makeReader(large, 'grün');
    const { lines, state } = await found(reader, { text: 'GRÜN' });
    expect(lines).toEqual([40_002, 40_001, 20_000]);
    const totalBytes = Buffer.byteLength(large) + Buffer.byteLength('grün');
    const end = { kind: 'done' };
    expect(state).toEqual({ scannedBytes: totalBytes, totalBytes, hits: 3, reachable: 3, end });
  });

  it('heeds the level filter, with lines that continue others', async () => {
    const line = (level: 'info' | 'error', message: string) =>
      `${formatLogLine({ at: 0, level, subject: 's', message })}\n`;
    const reader = await makeReader(
      line('info', 'x'),
      line('error', 'y\nx') + line('info', 'z\nx'),
    );
    expect((await found(reader, { text: 'x' })).lines).toEqual([4, 2, 0]);
    expect((await found(reader, { text: 'x', filter: 'error' })).lines).toEqual([2]);
  });

  it('counts all hits and keeps the newest', async () => {
    const reader = await makeReader('hit\n'.repeat(60_000), 'hit\n'.repeat(60_000));
    const { lines, state } = await found(reader, { text: 'hit' });
    expect(state).toMatchObject({ hits: 120_000, reachable: 100_000 });
    expect([lines[0], lines.at(-1)]).toEqual([119_999, 20_000]);
  });

  it('covers what was written since', async () => {
    const reader = await makeReader('', 'a\n');
    await appendFile(basedir.at('a.log'), 'hit\n');
    expect((await found(reader, { text: 'hit' })).lines).toEqual([1]);
  });

  it('stops when it is cancelled', async () => {
    const reader = await makeReader('hit\n'.repeat(500_000), '');
    const reports: LogSearchState[] = [];
    await reader.search({ ...QUERY, text: 'hit' }, (state) => {
      reports.push(state);
      reader.cancelSearch();
    });
    expect(reports.at(-1)?.end).toEqual({ kind: 'cancelled' });
    expect(reports.at(-1)?.scannedBytes).toBeLessThan(2_000_000);
  });

  it('shows what is wrong with a regular expression', async () => {
    const reader = await makeReader('', 'a\n');
    const { state } = await found(reader, { text: '(', isPattern: true });
    const problem = wordedWith('That is not a regular expression: ');
    expect(state?.end).toEqual({ kind: 'failed', problem });
  });

  it('gives up on a regular expression that would go on for ever', async () => {
    const reader = await makeReader('', `${'a'.repeat(40)}!\n`);
    const { state } = await found(reader, { text: '^(a+)+$', isPattern: true });
    const problem = wordedWith('takes too long on some lines');
    expect(state?.end).toEqual({ kind: 'failed', problem });
  });
});
