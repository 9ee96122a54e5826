import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, symlink } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { holdDirectory, holdsDirectory } from '../../../../main/system/directory-hold.ts';
import { onlyOn } from '../../../support/only-on.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

describe('a hold of a directory', () => {
  it('is had once, by whichever name the directory goes, and again when it is given back', async () => {
    const hold = await holdDirectory(temporary.path);
    await symlink(temporary.path, temporary.at('link'));
    expect(await holdDirectory(temporary.at('link'))).toBeUndefined();
    hold?.dispose();
    hold?.dispose();
    const again = await holdDirectory(temporary.at('link'));
    expect(again).toBeDefined();
    again?.dispose();
  });

  it('is had by one of many who try at once', async () => {
    const holds = await Promise.all(Array.from({ length: 8 }, () => holdDirectory(temporary.path)));
    expect(holds.filter((hold) => hold !== undefined)).toHaveLength(1);
    for (const hold of holds) hold?.dispose();
  });

  it('goes with a directory that is moved', async () => {
    await mkdir(temporary.at('worker'));
    const hold = await holdDirectory(temporary.at('worker'));
    await rename(temporary.at('worker'), temporary.at('moved'));
    expect(await holdDirectory(temporary.at('moved'))).toBeUndefined();
    hold?.dispose();
  });

  it('is not had of a directory that is not there', async () => {
    await expect(holdDirectory(temporary.at('none'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

// Only Linux reports it.
describe('who holds a directory', onlyOn('linux', 'only Linux reports it'), () => {
  it('is known as long as it does', async () => {
    expect(await holdsDirectory(process.pid, temporary.path)).toBe('no');
    const hold = await holdDirectory(temporary.path);
    expect(await holdsDirectory(process.pid, temporary.path)).toBe('yes');
    hold?.dispose();
    expect(await holdsDirectory(process.pid, temporary.path)).toBe('no');
  });

  it('is known where no program can lock a directory', async () => {
    const programs: readonly string[] = [temporary.at('none')];
    const hold = await holdDirectory(temporary.path, programs);
    expect(await holdDirectory(temporary.path, programs)).toBeUndefined();
    expect(await holdsDirectory(process.pid, temporary.path)).toBe('yes');
    expect(await holdsDirectory(process.ppid, temporary.path)).toBe('no');
    hold?.dispose();
    expect(await holdsDirectory(process.pid, temporary.path)).toBe('no');
  });

  it('is nobody who only has the directory open', async () => {
    const hold = await holdDirectory(temporary.path);
    const other = spawn('sh', ['-c', 'exec 3<.; echo up; exec sleep 60'], { cwd: temporary.path });
    const ended = once(other, 'exit');
    onTestFinished(async () => {
      hold?.dispose();
      other.kill();
      await ended;
    });
    await once(other.stdout, 'data');
    expect(await holdsDirectory(other.pid ?? 0, temporary.path)).toBe('no');
  });
});
