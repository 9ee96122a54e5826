import { execFileSync } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formatLogLine } from '../../../../../main/logging/log-line.ts';
import { readLogTail } from '../../../../../main/logging/reading/read-log-tail.ts';
import { notOn } from '../../../../support/only-on.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

describe('the tail of a log', () => {
  it('is empty when there is no log', async () => {
    expect(await readLogTail(basedir.at('none.log'), 5)).toEqual([]);
  });

  it(
    'is refused, at once, when a pipe has its place',
    notOn('win32', 'Windows has no named pipes in folders'),
    async () => {
      execFileSync('mkfifo', [basedir.at('pipe.log')]);
      await expect(readLogTail(basedir.at('pipe.log'), 5)).rejects.toThrow('no regular file');
    },
  );

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
