import { execFile } from 'node:child_process';
import { lstat, mkdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { findCommand } from '../../../../../main/worker/commands/find-command.ts';
import { statTupleFrom } from '../../../../../main/worker/commands/stat.ts';
import { onlyOn } from '../../../../support/only-on.ts';
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
  ])('says that there is no %s', async (_title, name, errno, sentence) => {
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

describe('listdir', () => {
  it('sends the names, hidden ones too', async () => {
    await writeFile(basedir.at('.hidden'), '');
    await mkdir(basedir.at('dir'));
    await symlink('nowhere', basedir.at('ünï'));
    const [files, ...others] = await updatesOf('listdir', basedir.path);
    const names = files?.[1];
    expect(files?.[0]).toBe('files');
    expect(Array.isArray(names) && [...names].sort()).toEqual(['.hidden', 'dir', 'ünï']);
    expect(others).toEqual([['rc', 0], ELAPSED]);
  });

  it.each([
    ['missing', 2, 'No such file or directory'],
    ['file', 20, 'Not a directory'],
  ])('says why %s cannot be listed', async (name, errno, sentence) => {
    await writeFile(basedir.at('file'), '');
    const path = basedir.at(name);
    expect(await updatesOf('listdir', path)).toEqual([
      ['header', `listdir: ${sentence}: ${path}`],
      ['rc', errno],
      ELAPSED,
    ]);
  });
});

describe('rmfile', () => {
  it('removes a file', async () => {
    await writeFile(basedir.at('file'), '');
    expect(await updatesOf('rmfile', basedir.at('file'))).toEqual([['rc', 0], ELAPSED]);
    await expect(stat(basedir.at('file'))).rejects.toThrow('ENOENT');
  });

  it('removes a link and not what it points to, even outside', async () => {
    const worker = basedir.at('worker');
    await mkdir(worker);
    await writeFile(basedir.at('kept'), 'kept');
    await symlink('../kept', join(worker, 'link'));
    const args = { path: join(worker, 'link') };
    const { updates } = await runCommand('rmfile', args, recordingContext(worker));
    expect(updates).toEqual([['rc', 0], ELAPSED]);
    await expect(lstat(join(worker, 'link'))).rejects.toThrow('ENOENT');
    expect(await readFile(basedir.at('kept'), 'utf8')).toBe('kept');
  });

  it('says that it is missing', async () => {
    const path = basedir.at('missing');
    expect(await updatesOf('rmfile', path)).toEqual([
      ['header', `rmfile: No such file or directory: ${path}`],
      ['rc', 2],
      ELAPSED,
    ]);
  });

  it(
    'says that it is a directory (other systems say that it is not permitted)',
    onlyOn('linux', 'other systems report that it is not permitted'),
    async () => {
      const path = basedir.at('dir');
      await mkdir(path);
      expect(await updatesOf('rmfile', path)).toEqual([
        ['header', `rmfile: Is a directory: ${path}`],
        ['rc', 21],
        ELAPSED,
      ]);
    },
  );
});

describe('a file command', () => {
  it.each([
    ['mkdir', { paths: ['/outside/dir'] }],
    ['stat', { path: '/etc/hostname' }],
    ['listdir', { path: '/etc' }],
    ['rmfile', { path: '/outside/file' }],
    ['rmdir', { paths: ['/outside/dir'] }],
    ['cpdir', { from_path: '/etc', to_path: '/outside/copy' }],
  ])('refuses %s outside the basedir', async (name, args) => {
    const { updates, failure } = await runCommand(name, args, recordingContext(basedir.path));
    const sentence = new RegExp(`^${name}: '/.*' is outside the worker's base directory '`);
    expect(updates).toEqual([['header', expect.stringMatching(sentence)], ['rc', 1], ELAPSED]);
    expect(failure).toBeUndefined();
  });

  it('goes anywhere when the owner allows it', async () => {
    await mkdir(basedir.at('worker'));
    await writeFile(basedir.at('file'), '');
    const context = recordingContext(basedir.at('worker'), { fileAccess: 'anywhere' });
    const { updates } = await runCommand('rmfile', { path: basedir.at('file') }, context);
    expect(updates).toEqual([['rc', 0], ELAPSED]);
  });

  it('takes an interrupt without harm before, while and after it runs, and sends no elapsed', async () => {
    const context = recordingContext(basedir.path);
    const command = findCommand('mkdir')?.create({ paths: [basedir.at('a')] }, context);
    command?.interrupt('before');
    const ended = command?.run();
    command?.interrupt('while');
    await ended;
    command?.interrupt('after');
    expect(context.updates.updates).toEqual([['rc', 0]]);
  });

  it.each([
    ['mkdir', { paths: ['/w/build', '/w/other'] }, 'make build other'],
    ['rmdir', { paths: ['/w/build'] }, 'remove build'],
    ['cpdir', { from_path: '/w/a', to_path: '/w/b' }, 'copy a to b'],
    ['stat', { path: '/w/a' }, 'stat a'],
    ['glob', { path: '/w/a/*' }, 'look for a/*'],
    ['listdir', { path: '/w' }, 'list .'],
    ['rmfile', { path: '/else/where' }, 'remove /else/where'],
  ])('describes %s for people', (name, args, summary) => {
    expect(findCommand(name)?.create(args, recordingContext('/w')).summary).toBe(summary);
  });
});
