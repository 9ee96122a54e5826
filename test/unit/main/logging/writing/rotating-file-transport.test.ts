import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createLogger, format } from 'winston';
import type { Problem } from '../../../../../main/contract/problem.ts';
import type { Outcome } from '../../../../../main/lib/outcome.ts';
import { RotatingFile } from '../../../../../main/logging/writing/rotating-file.ts';
import {
  ROTATE,
  RotatingFileTransport,
} from '../../../../../main/logging/writing/rotating-file-transport.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

function logging() {
  const path = basedir.at('worker.log');
  const limits = { sizeBytes: undefined, keep: undefined };
  const file = new RotatingFile({ path, limits, clock: new FakeClock(), onTrouble: () => {} });
  const logger = createLogger({
    format: format.simple(),
    transports: [new RotatingFileTransport(file)],
  });
  const ended = new Promise<void>((resolve) => logger.once('finish', resolve));
  return { path, logger, ended };
}

describe('a logger that writes to a rotating file', () => {
  it('has written every line when it has ended', async () => {
    const { path, logger, ended } = logging();
    for (let at = 0; at < 500; at += 1) logger.info(`line ${at}`);
    logger.end();
    await ended;
    const lines = (await readFile(path, 'utf8')).split('\n');
    expect([lines.length, lines[0], lines[499]]).toEqual([501, 'line 0', 'line 499']);
  });

  it('begins a new file between the lines where it is asked to', async () => {
    const { path, logger, ended } = logging();
    logger.info('before');
    const rotated = new Promise<Outcome<void, Problem>>((resolve) => {
      logger.log({ level: 'info', message: '', [ROTATE]: resolve });
    });
    logger.info('after');
    expect((await rotated).ok).toBe(true);
    logger.end();
    await ended;
    expect(await readFile(`${path}.1`, 'utf8')).toBe('before\n');
    expect(await readFile(path, 'utf8')).toBe('after\n');
  });
});
