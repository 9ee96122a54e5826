import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { recordingContext, runCommand } from '../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const ELAPSED = ['elapsed', 'seconds'] as const;

async function updatesOf(name: string, path: string) {
  return (await runCommand(name, { path }, recordingContext(basedir.path))).updates;
}

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
  ])('reports why %s cannot be listed', async (name, errno, sentence) => {
    await writeFile(basedir.at('file'), '');
    const path = basedir.at(name);
    expect(await updatesOf('listdir', path)).toEqual([
      ['header', `listdir: ${sentence}: ${path}`],
      ['rc', errno],
      ELAPSED,
    ]);
  });
});
