import { appendFile, readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../../../../main/contract/log/log-contract.ts';
import { logFilesOf } from '../../../../../main/logging/log-files.ts';
import {
  WorkerLogger,
  type WorkerLoggerOptions,
} from '../../../../../main/logging/writing/worker-logger.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { worded } from '../../../../support/worded.ts';

const basedir = temporaryBasedir();
const logPath = () => basedir.at('worker.log');

function open(options: Partial<WorkerLoggerOptions> = {}): WorkerLogger {
  return new WorkerLogger({
    logPath: logPath(),
    logSize: undefined,
    logCount: undefined,
    ...options,
  });
}

/** The messages of a file without what stands before them. */
async function messagesIn(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replaceAll(/^[^[\t]*/gm, '');
}

/** Every message of the log, oldest first, across all its files. */
async function allMessages(): Promise<readonly string[]> {
  const files = (await logFilesOf(basedir.path)).toReversed();
  const texts = await Promise.all(files.map(({ path }) => readFile(path, 'utf8')));
  return texts
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^.*?\] /, ''));
}

describe('the logger', () => {
  it('has written every line when it is closed, and notifies listeners', async () => {
    const logger = open();
    const heard: string[] = [];
    logger.onWritten(({ level, message }) => heard.push(`${level} ${message}`));
    logger.log('info', 'a', 'one');
    logger.log('debug', 'a', 'hidden');
    logger.log('error', 'b', 'two\nlines');
    await logger.close();
    expect(heard).toEqual(['info one', 'error two\nlines']);
    expect(await messagesIn(logPath())).toBe('[a#info] one\n[b#error] two\n\tlines\n');
  });

  it('begins every line with its time, its subject and its level', async () => {
    const logger = open();
    logger.log('warn', 'connection', 'it is gone');
    await logger.close();
    expect(await readFile(logPath(), 'utf8')).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d{4} \[connection#warn\] it is gone\n$/,
    );
  });

  it('appends to what is there', async () => {
    await appendFile(logPath(), 'from before\n');
    const logger = open();
    logger.log('info', 'a', 'now');
    await logger.close();
    expect(await allMessages()).toEqual(['from before', 'now']);
  });

  it('counts a line that repeats the one before, for the file and for listeners', async () => {
    const logger = open();
    const heard: string[] = [];
    logger.onWritten(({ message }) => heard.push(message));
    for (let at = 0; at < 54; at += 1) logger.log('info', 'master', 'ping');
    logger.log('warn', 'master', 'ping');
    await logger.rotate();
    for (let at = 0; at < 3; at += 1) logger.log('warn', 'master', 'ping');
    await logger.close();
    const counted = [
      'ping',
      '(the same 53 more times in 0 s)',
      'ping',
      'ping',
      '(the same 2 more times in 0 s)',
    ];
    expect(heard).toEqual(counted);
    expect(await allMessages()).toEqual(counted);
  });

  it('puts stars in the place of secrets, for the file and for listeners', async () => {
    const logger = open({ secrets: ['pass.word', 'abc', ''] });
    const heard: LogLine[] = [];
    logger.onWritten((line) => heard.push(line));
    logger.log('info', 'master', 'it said pass.word twice: pass.word, and abc');
    await logger.close();
    const message = 'it said *** twice: ***, and abc';
    expect(heard.map((line) => line.message)).toEqual([message]);
    expect(await allMessages()).toEqual([message]);
  });

  it('gives to listeners only text that acts on nothing', async () => {
    const logger = open();
    const heard: LogLine[] = [];
    logger.onWritten((line) => heard.push(line));
    logger.log('info', 'linux\nforged', 'one\u001b[2J\ntwo\u202e');
    await logger.close();
    expect(heard).toMatchObject([
      { subject: 'linux\\nforged', message: 'one\\x1b[2J\ntwo\\u202e' },
    ]);
  });

  it('lets those who listen hear what is logged after its end', async () => {
    const logger = open();
    const heard: string[] = [];
    logger.onWritten(({ message }) => heard.push(message));
    await logger.close();
    logger.log('info', 'a', 'too late');
    await logger.close();
    expect(heard).toEqual(['too late']);
    expect(await logger.rotate()).toEqual({ ok: false, problem: worded('The log is closed.') });
  });

  it('reports once that it cannot write, and goes on echoing', async () => {
    const echoed: string[] = [];
    const logger = open({ logPath: '/dev/full', echo: (line) => echoed.push(line) });
    logger.log('info', 'a', 'lost');
    logger.log('info', 'a', 'lost too');
    await logger.close();
    expect(echoed.filter((line) => line.includes('cannot be written'))).toEqual([
      expect.stringContaining(
        '[log#error] The log /dev/full cannot be written: the disk is full (ENOSPC).',
      ),
    ]);
    expect(echoed.filter((line) => line.includes('lost'))).toHaveLength(2);
  });
});

describe('rotation', () => {
  it('on request begins a new file after the lines logged so far', async () => {
    const logger = open();
    logger.log('info', 'a', 'before');
    const rotated = logger.rotate();
    logger.log('info', 'a', 'after');
    expect(await rotated).toEqual({ ok: true, value: undefined });
    await logger.close();
    expect(await messagesIn(`${logPath()}.1`)).toBe('[a#info] before\n');
    expect(await messagesIn(logPath())).toBe('[a#info] after\n');
  });

  it('on request leaves an empty log alone', async () => {
    const logger = open();
    expect(await logger.rotate()).toMatchObject({ ok: true });
    await logger.close();
    expect(await readdir(basedir.path)).toEqual(['worker.log']);
  });

  it('loses no line and keeps their order, however much is logged meanwhile', async () => {
    const logger = open({ logSize: 20_000 });
    const lines = Array.from({ length: 20_000 }, (_line, at) => `line ${at}`);
    const rotations: Promise<unknown>[] = [];
    for (const [at, line] of lines.entries()) {
      logger.log('info', 'a', line);
      if (at % 1000 === 999) rotations.push(logger.rotate());
      if (at % 3000 === 2999) await rotations.at(-1);
    }
    await Promise.all(rotations);
    await logger.close();
    expect(await allMessages()).toEqual(lines);
    const files = await logFilesOf(basedir.path);
    expect(Math.max(...files.map(({ sizeBytes }) => sizeBytes))).toBeLessThanOrEqual(20_000);
    expect(files.length).toBeGreaterThan(40);
  });

  it('keeps all where no number is set, beyond 999 too', async () => {
    const ages = Array.from({ length: 1004 }, (_age, at) => at + 1);
    for (const age of ages) await appendFile(`${logPath()}.${age}`, `file ${age}\n`);
    const logger = open();
    logger.log('info', 'a', 'newest');
    await logger.rotate();
    await logger.close();
    const before = ages.map((age) => `file ${age}`).toReversed();
    expect(await allMessages()).toEqual([...before, 'newest']);
    expect(await readdir(basedir.path)).toContain('worker.log.1005');
  });

  it('keeps as many files as it may', async () => {
    for (let round = 0; round < 3; round += 1) {
      const logger = open({ logSize: 100, logCount: 2 });
      for (let line = 0; line < 4; line += 1) logger.log('info', 'a', `${round} ${line}`);
      await logger.close();
    }
    const names = (await readdir(basedir.path)).sort();
    expect(names).toEqual(['worker.log', 'worker.log.1', 'worker.log.2']);
    expect((await allMessages()).at(-1)).toBe('2 3');
  });

  it.each([undefined, 0])('never comes by itself at the size %s', async (logSize) => {
    const logger = open({ logSize, logCount: 1 });
    for (let line = 0; line < 100; line += 1) logger.log('info', 'a', `${line} ${'x'.repeat(500)}`);
    await logger.close();
    expect(await readdir(basedir.path)).toEqual(['worker.log']);
  });

  it('takes other limits at once', async () => {
    const logger = open();
    for (let round = 0; round < 5; round += 1) {
      logger.log('info', 'a', `round ${round}`);
      await logger.rotate();
    }
    expect(await logger.reconfigure({ logSize: undefined, logCount: 3 })).toMatchObject({
      ok: true,
    });
    expect((await readdir(basedir.path)).length).toBe(4);
    logger.log('info', 'a', 'x'.repeat(300));
    await logger.reconfigure({ logSize: 200, logCount: 3 });
    logger.log('info', 'a', 'now');
    await logger.close();
    expect(await messagesIn(logPath())).toBe('[a#info] now\n');
    expect((await readdir(basedir.path)).length).toBe(4);
  });
});
