import { appendFile, readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formatLogLine, parseLogLine } from '../../../../main/logging/log-line.ts';
import { readLogTail } from '../../../../main/logging/read-log-tail.ts';
import { WorkerLogger } from '../../../../main/logging/worker-logger.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

describe('a line', () => {
  it('is read back as it was written', () => {
    const line = {
      at: Date.UTC(2026, 10, 24, 14, 42, 56),
      level: 'warn',
      subject: 'connection',
      message: 'it is gone',
    } as const;
    expect(formatLogLine(line)).toMatch(
      /^2026-11-2\d \d\d:\d\d:56[+-]\d{4} \[connection#warn\] it is gone$/,
    );
    expect(parseLogLine(formatLogLine(line))).toEqual(line);
  });

  it.each([
    [
      '2020-01-02 03:04:05+0000 [-] Log opened.',
      { at: Date.UTC(2020, 0, 2, 3, 4, 5), level: 'info', subject: '-', message: 'Log opened.' },
    ],
    [
      '2020-01-02 03:04:05-0130 [Broker,client] hello',
      {
        at: Date.UTC(2020, 0, 2, 4, 34, 5),
        level: 'info',
        subject: 'Broker,client',
        message: 'hello',
      },
    ],
    ['Traceback', { at: undefined, level: 'info', subject: '', message: 'Traceback' }],
  ])('of the Python worker is understood: %s', (text, line) => {
    expect(parseLogLine(text)).toEqual(line);
  });
});

describe('the logger', () => {
  const logPath = () => basedir.at('twistd.log');
  const open = (options: { readonly logSize?: number; readonly logCount?: number } = {}) =>
    new WorkerLogger({ logPath: logPath(), logSize: options.logSize, logCount: options.logCount });

  it('has written every line when it is closed, and tells listeners', async () => {
    const logger = open();
    const heard: string[] = [];
    logger.onWritten(({ level, message }) => heard.push(`${level} ${message}`));
    logger.log('info', 'a', 'one');
    logger.log('debug', 'a', 'hidden');
    logger.log('error', 'b', 'two\nlines');
    await logger.close();
    expect(heard).toEqual(['info one', 'error two\nlines']);
    const text = await readFile(logPath(), 'utf8');
    expect(text.replaceAll(/^[^[\t]*/gm, '')).toBe('[a#info] one\n[b#error] two\n\tlines\n');
  });

  it('appends to what is there', async () => {
    await appendFile(logPath(), 'from before\n');
    const logger = open();
    logger.log('info', 'a', 'now');
    await logger.close();
    const lines = await readLogTail(logPath(), 10);
    expect(lines.map(({ message }) => message)).toEqual(['from before', 'now']);
  });

  it('begins a new file at its size and keeps as many as it may', async () => {
    for (let round = 0; round < 6; round += 1) {
      const logger = open({ logSize: 200, logCount: 2 });
      for (let line = 0; line < 4; line += 1) logger.log('info', 'a', `${round} ${'x'.repeat(60)}`);
      await logger.close();
    }
    expect((await readdir(basedir.path)).length).toBeLessThanOrEqual(3);
  });

  it('says once that it cannot write, and goes on telling', async () => {
    const told: string[] = [];
    const logger = new WorkerLogger({
      logPath: '/dev/full',
      logSize: undefined,
      logCount: undefined,
      echo: (line) => told.push(line),
    });
    logger.log('info', 'a', 'lost');
    logger.log('info', 'a', 'lost too');
    await logger.close();
    expect(told.filter((line) => line.includes('cannot be written'))).toHaveLength(1);
    expect(told.filter((line) => line.includes('lost'))).toHaveLength(2);
  });
});

describe('the tail of a log', () => {
  it('is empty when there is no log', async () => {
    expect(await readLogTail(basedir.at('none.log'), 5)).toEqual([]);
  });

  it('is the last lines, with those that continue them', async () => {
    const path = basedir.at('long.log');
    const lines = Array.from({ length: 9000 }, (_line, at) =>
      formatLogLine({ at: 0, level: 'info', subject: 's', message: `line ${at}\nmore of ${at}` }),
    );
    await appendFile(path, `${lines.join('\n')}\n`);
    const tail = await readLogTail(path, 2);
    expect(tail.map(({ message }) => message)).toEqual([
      'line 8998\nmore of 8998',
      'line 8999\nmore of 8999',
    ]);
  });
});
