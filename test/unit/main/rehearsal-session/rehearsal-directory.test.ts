import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  makeRehearsalDirectory,
  removeLeftoverRehearsals,
} from '../../../../main/rehearsal-session/rehearsal-directory.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { worded } from '../../../support/worded.ts';

const temporary = temporaryBasedir();

describe('the directory of a rehearsal', () => {
  it('is nobody else’s, names its process, and is gone in the end', async () => {
    const made = await makeRehearsalDirectory(temporary.at('deep', 'rehearsals'));
    if (!made.ok) throw new Error(made.problem.key);
    const { path, remove } = made.value;
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect(await readFile(join(path, 'buildtray.pid'), 'utf8')).toContain(String(process.pid));
    await mkdir(join(path, 'worker'));
    await remove();
    await remove();
    expect(await readdir(temporary.at('deep', 'rehearsals'))).toEqual([]);
  });

  it('cannot be made below a file', async () => {
    await writeFile(temporary.at('file'), '');
    expect(await makeRehearsalDirectory(temporary.at('file', 'below'))).toMatchObject({
      problem: worded(/^Cannot make a directory for the rehearsal: /),
    });
  });
});

describe('what a rehearsal that crashed has left', () => {
  it('is removed by the next one; what is not its own stays', async () => {
    const parentDir = temporary.at('rehearsals');
    const alive = await makeRehearsalDirectory(parentDir);
    if (!alive.ok) throw new Error(alive.problem.key);
    for (const [name, pid] of [
      ['buildtray-rehearsal-dead', '999999999'],
      ['something-else', '999999999'],
    ] as const) {
      await mkdir(join(parentDir, name), { recursive: true });
      await writeFile(join(parentDir, name, 'buildtray.pid'), `${pid}\n`);
    }
    const long = new Date(Date.now() - 60_000);
    for (const name of ['buildtray-rehearsal-never-locked', 'buildtray-rehearsal-just-made']) {
      await mkdir(join(parentDir, name));
    }
    await utimes(join(parentDir, 'buildtray-rehearsal-never-locked'), long, long);
    await removeLeftoverRehearsals(parentDir);
    expect((await readdir(parentDir)).sort()).toEqual([
      ...['buildtray-rehearsal-just-made', basename(alive.value.path), 'something-else'].sort(),
    ]);
    await alive.value.remove();
  });

  it('is nothing where there never was a rehearsal', async () => {
    await removeLeftoverRehearsals(temporary.at('none'));
    expect(await readdir(temporary.path)).toEqual([]);
  });
});
