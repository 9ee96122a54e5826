import { writeFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { formatLogLine } from '../../../../../main/logging/log-line.ts';
import { LogSource } from '../../../../../main/logging/reading/log-source.ts';
import { readTail } from '../../../../../main/logging/reading/read-tail.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

/** The files of a log, oldest first. */
async function sources(...texts: readonly string[]): Promise<readonly LogSource[]> {
  const opened: LogSource[] = [];
  for (const [at, text] of texts.entries()) {
    await writeFile(basedir.at(`${at}.log`), text);
    const source = await LogSource.open(basedir.at(`${at}.log`));
    if (source === undefined) throw new Error('it is there');
    onTestFinished(() => source.close());
    opened.push(source);
  }
  return opened;
}

const line = (message: string, level: 'info' | 'error' = 'info') =>
  `${formatLogLine({ at: 0, level, subject: 's', message })}\n`;

async function tail(count: number, ...texts: readonly string[]) {
  const rows = await readTail(await sources(...texts), count);
  return rows.map(({ message }) => message);
}

describe('the end of a log', () => {
  it('is its last lines, over as many files as it takes', async () => {
    const texts = [line('a'), line('b') + line('c'), '', line('d')];
    expect(await tail(1, ...texts)).toEqual(['d']);
    expect(await tail(3, ...texts)).toEqual(['b', 'c', 'd']);
    expect(await tail(9, ...texts)).toEqual(['a', 'b', 'c', 'd']);
    expect(await tail(9)).toEqual([]);
  });

  it('has the level of the line that it continues, and no numbers yet', async () => {
    const rows = await readTail(await sources(line('bad\nwhy', 'error')), 1);
    expect(rows).toEqual([
      expect.objectContaining({ message: 'why', level: 'error', isContinued: true }),
    ]);
    expect(rows[0]?.line).toBeUndefined();
  });

  it('reaches no further back than half a megabyte, and begins with a whole line', async () => {
    const long = `${'x'.repeat(9_999)}\n`;
    const messages = await tail(1_000, line('older'), long.repeat(100));
    expect(messages).toHaveLength(52);
    expect(new Set(messages)).toEqual(new Set([long.trimEnd()]));
  });
});
