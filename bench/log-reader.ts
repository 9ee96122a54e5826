import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { LogQuery } from '../main/contract/log/log-contract.ts';
import type { LogSearchState } from '../main/contract/log/log-rows.ts';
import { systemClock } from '../main/lib/clock.ts';
import { LogReader } from '../main/logging/reading/log-reader.ts';
import { writeBigLog } from './desktop/big-log.ts';

/** Figures of the log page's reader on a log of one gigabyte: `npm run bench -- log`. */
const LOG_BYTES = 1_000_000_000;
const ROWS = 200;

const dir = await mkdtemp(join(tmpdir(), 'buildtray-bench-'));
const logPath = join(dir, 'worker.log');
try {
  await writeBigLog(logPath, LOG_BYTES);
  // What the writing left behind is not the reader's.
  await delay(500);
  await measure();
} finally {
  await rm(dir, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const reader = new LogReader({
    listFiles: async () => [logPath],
    clock: systemClock,
    onChanged: () => {},
  });
  const before = memoryMib();
  const most = watchMemory();
  const { rows, longestBlockMs } = await withLoopWatch(async () => {
    await timed('open to the last lines, ms', () => reader.open(ROWS));
    await timed('lines counted, ms', () => reader.refresh());
    return reader.extent.rows;
  });
  print('longest time the app stands still meanwhile, ms', longestBlockMs);
  print('lines', rows.info);
  await timed('a slice in the middle, ms', () => reader.slice('info', rows.info >> 1, ROWS));
  await timed('a slice of warnings, ms', () => reader.slice('warn', rows.warn >> 1, ROWS));
  await timed('search a text, ms', () => search(reader, { text: 'line 5000000 ' }));
  await timed('search any case, ms', () =>
    search(reader, { text: 'LINE 5000000 ', matchesCase: false }),
  );
  await timed('search a pattern, ms', () =>
    search(reader, { text: 'line 5\\d{6} ', isPattern: true }),
  );
  print('growth of memory at most, MiB', most() - before);
  await reader.close();
}

async function search(reader: LogReader, changes: Partial<LogQuery>): Promise<void> {
  const query = {
    text: '',
    isPattern: false,
    matchesCase: true,
    filter: 'info',
    ...changes,
  } as const;
  let last: LogSearchState | undefined;
  await reader.search(query, (state) => {
    last = state;
  });
  if (last?.end?.kind !== 'done' || last.hits === 0) throw new Error(JSON.stringify(last));
}

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  await work();
  print(name, performance.now() - startedAt);
}

/** How long, at most, nothing else could run while the work went on. */
async function withLoopWatch<T>(work: () => Promise<T>) {
  let last = performance.now();
  let longestBlockMs = 0;
  const timer = setInterval(() => {
    longestBlockMs = Math.max(longestBlockMs, performance.now() - last - 1);
    last = performance.now();
  }, 1);
  const rows = await work();
  clearInterval(timer);
  return { rows, longestBlockMs };
}

function watchMemory(): () => number {
  let most = memoryMib();
  const timer = setInterval(() => {
    most = Math.max(most, memoryMib());
  }, 50);
  return () => {
    clearInterval(timer);
    return most;
  };
}

function memoryMib(): number {
  return process.memoryUsage().rss / 2 ** 20;
}

function print(name: string, value: number): void {
  console.log(`${name}: ${value >= 100 ? value.toFixed(0) : value.toFixed(1)}`);
}
