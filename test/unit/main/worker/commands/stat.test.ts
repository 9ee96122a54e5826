import { execFile } from 'node:child_process';
import { stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { statTupleFrom } from '../../../../../main/worker/commands/stat.ts';
import { recordingContext, runCommand } from '../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const ELAPSED = ['elapsed', 'seconds'] as const;

async function updatesOf(name: string, path: string) {
  return (await runCommand(name, { path }, recordingContext(basedir.path))).updates;
}

describe('stat', () => {
  it('sends what Python sends: a tuple of ten integers, times in whole seconds', async () => {
    const path = basedir.at('file');
    await writeFile(path, 'hello', { mode: 0o640 });
    await utimes(path, 1_500_000_000.999, 1_600_000_000.75);
    const { ino, dev, uid, gid, ctimeMs } = await stat(path);
    expect(await updatesOf('stat', path)).toEqual([
      [
        'stat',
        {
          tuple: [
            0o100640,
            ino,
            dev,
            1,
            uid,
            gid,
            5,
            1_500_000_000,
            1_600_000_000,
            Math.floor(ctimeMs / 1000),
          ],
        },
      ],
      ['rc', 0],
      ELAPSED,
    ]);
  });

  it('reports numbers that a double cannot hold', async () => {
    const stats = await stat(basedir.path, { bigint: true });
    stats.ino = 2n ** 63n + 1n;
    expect(statTupleFrom(stats)).toEqual({ tuple: expect.arrayContaining([2n ** 63n + 1n]) });
  });

  it('follows links', async () => {
    await writeFile(basedir.at('file'), 'hello');
    await symlink('file', basedir.at('link'));
    expect((await updatesOf('stat', basedir.at('link')))[0]).toEqual(
      (await updatesOf('stat', basedir.at('file')))[0],
    );
  });

  it('rounds times before 1970 down', async () => {
    const path = basedir.at('old');
    // Node's own utimes takes no such time.
    await promisify(execFile)('touch', ['-a', '-d', '1969-12-31T23:59:58.9999Z', path]);
    await promisify(execFile)('touch', ['-m', '-d', '1969-12-31T23:59:59Z', path]);
    const [stats] = await updatesOf('stat', path);
    expect(stats).toEqual(['stat', { tuple: expect.arrayContaining([-2, -1]) }]);
  });

  it.each([
    ['nothing', 'missing', 2, 'No such file or directory'],
    ['a link to nothing', 'dangling', 2, 'No such file or directory'],
    ['something below a file', 'file/below', 20, 'Not a directory'],
  ])('reports that there is no %s', async (_title, name, errno, sentence) => {
    await writeFile(basedir.at('file'), '');
    await symlink('nowhere', basedir.at('dangling'));
    const path = basedir.at(name);
    expect(await updatesOf('stat', path)).toEqual([
      ['header', `stat: ${sentence}: ${path}`],
      ['rc', errno],
      ELAPSED,
    ]);
  });
});
