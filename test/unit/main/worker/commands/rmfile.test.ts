import { lstat, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onlyOn } from '../../../../support/only-on.ts';
import { recordingContext, runCommand } from '../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const ELAPSED = ['elapsed', 'seconds'] as const;

async function updatesOf(name: string, path: string) {
  return (await runCommand(name, { path }, recordingContext(basedir.path))).updates;
}

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

  it('reports that it is missing', async () => {
    const path = basedir.at('missing');
    expect(await updatesOf('rmfile', path)).toEqual([
      ['header', `rmfile: No such file or directory: ${path}`],
      ['rc', 2],
      ELAPSED,
    ]);
  });

  it(
    'reports that it is a directory (other systems say that it is not permitted)',
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
