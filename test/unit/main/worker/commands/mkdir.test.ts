import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onlyOn } from '../../../../support/only-on.ts';
import { recordingContext, runCommand } from '../../../../support/recording-sink.ts';

let basedir = '';

beforeEach(async () => {
  basedir = await mkdtemp(join(tmpdir(), 'buildtray-mkdir-'));
});

afterEach(() => rm(basedir, { recursive: true, force: true }));

async function mkdirs(...paths: string[]) {
  return runCommand('mkdir', { paths }, recordingContext(basedir));
}

describe('mkdir', () => {
  it('makes directories with their parents', async () => {
    const { updates } = await mkdirs(join(basedir, 'a/b/c'), join(basedir, 'd'));
    expect(updates).toEqual([
      ['rc', 0],
      ['elapsed', 'seconds'],
    ]);
    expect((await stat(join(basedir, 'a/b/c'))).isDirectory()).toBe(true);
    expect((await stat(join(basedir, 'd'))).isDirectory()).toBe(true);
  });

  it('is content with a directory that exists', async () => {
    expect((await mkdirs(basedir)).updates).toEqual([
      ['rc', 0],
      ['elapsed', 'seconds'],
    ]);
  });

  it('reports that a file is in the way, and makes nothing more', async () => {
    const path = join(basedir, 'file');
    await writeFile(path, '');
    const { updates } = await mkdirs(path, join(basedir, 'later'));
    expect(updates).toEqual([
      ['header', `mkdir: File exists: ${path}`],
      ['rc', 17],
      ['elapsed', 'seconds'],
    ]);
    await expect(stat(join(basedir, 'later'))).rejects.toThrow('ENOENT');
  });

  it('reports that a parent is a file', async () => {
    await writeFile(join(basedir, 'file'), '');
    const path = join(basedir, 'file/sub/deep');
    expect((await mkdirs(path)).updates).toEqual([
      ['header', `mkdir: Not a directory: ${path}`],
      ['rc', 20],
      ['elapsed', 'seconds'],
    ]);
  });

  it('does not make the target of a link that leads nowhere', async () => {
    const path = join(basedir, 'dangling');
    await symlink('nowhere', path);
    expect((await mkdirs(path)).updates).toEqual([
      ['header', `mkdir: File exists: ${path}`],
      ['rc', 17],
      ['elapsed', 'seconds'],
    ]);
  });

  it('does not make the target of such a link above it either', async () => {
    await symlink('nowhere', join(basedir, 'dangling'));
    const path = join(basedir, 'dangling/sub/deep');
    expect((await mkdirs(path)).updates).toEqual([
      ['header', `mkdir: No such file or directory: ${path}`],
      ['rc', 2],
      ['elapsed', 'seconds'],
    ]);
  });

  it(
    'comes back from where no directory can be made at all',
    onlyOn('linux', 'only Linux has /proc, where nobody can make a directory'),
    async () => {
      const context = { ...recordingContext(basedir), fileAccess: 'anywhere' as const };
      const path = '/proc/no-such/directory';
      expect((await runCommand('mkdir', { paths: [path] }, context)).updates).toEqual([
        ['header', `mkdir: No such file or directory: ${path}`],
        ['rc', 2],
        ['elapsed', 'seconds'],
      ]);
    },
  );

  it('refuses paths that are no list, before anything starts', () => {
    return expect(
      runCommand('mkdir', { paths: join(basedir, 'a') }, recordingContext(basedir)),
    ).rejects.toThrow(/^mkdir: the argument 'paths' is wrong: /);
  });
});
