import { chmod, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  RotatingFile,
  type RotationLimits,
} from '../../../../../main/logging/writing/rotating-file.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { inEnglish } from '../../../../support/in-english.ts';
import { notOn } from '../../../../support/only-on.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { worded } from '../../../../support/worded.ts';

const basedir = temporaryBasedir();
const KEEP_ALL: RotationLimits = { sizeBytes: undefined, keep: undefined };

/** A file in a directory of its own, which a test may take away. */
async function opened(limits = KEEP_ALL) {
  const dir = basedir.at('worker');
  await mkdir(dir);
  const clock = new FakeClock();
  const troubles: string[] = [];
  const path = `${dir}/worker.log`;
  const file = new RotatingFile({
    path,
    limits,
    clock,
    onTrouble: (problem) => troubles.push(inEnglish(problem)),
  });
  return { dir, path, clock, troubles, file };
}

describe('a file that cannot be written', () => {
  it('keeps its lines until it can be', async () => {
    const { dir, path, clock, troubles, file } = await opened();
    await rm(dir, { recursive: true });
    file.write('one\n');
    file.write('two\n');
    // Its answer comes after the failed try.
    await file.rotate();
    await mkdir(dir);
    clock.advance(5_000);
    await file.close();
    expect(await readFile(path, 'utf8')).toBe('one\ntwo\n');
    expect(troubles).toEqual([
      `The log ${path} cannot be written: there is no such file or directory (ENOENT).`,
    ]);
  });

  it('reports how many lines were lost when there were too many', async () => {
    const { dir, path, file } = await opened();
    await rm(dir, { recursive: true });
    const line = `${'x'.repeat(1024 * 1024)}\n`;
    for (let count = 0; count < 7; count += 1) file.write(line);
    await file.rotate();
    await mkdir(dir);
    await file.close();
    const text = await readFile(path, 'utf8');
    expect(text.replaceAll(/x+/g, 'x')).toBe(
      'x\nx\nx\nx\n(3 lines were lost here, since the log could not be written)\n',
    );
  });
});

describe('a file that is moved away by somebody else', () => {
  it('is begun again', async () => {
    const { path, clock, file } = await opened();
    file.write('old\n');
    await file.reconfigure(KEEP_ALL);
    await rename(path, `${path}.by-logrotate`);
    clock.advance(1_000);
    file.write('new\n');
    await file.close();
    expect(await readFile(path, 'utf8')).toBe('new\n');
    expect(await readFile(`${path}.by-logrotate`, 'utf8')).toBe('old\n');
  });
});

describe('a file that cannot be rotated', () => {
  it('grows on, reports it once, and answers a request with the reason', async () => {
    const { dir, path, troubles, file } = await opened({ sizeBytes: 10, keep: undefined });
    await chmod(basedir.path, 0o711);
    await chmod(dir, 0o777);
    await asOrdinaryUser(async () => {
      file.write('12345678\n');
      await file.reconfigure({ sizeBytes: 10, keep: undefined });
    });
    await chmod(dir, 0o555);
    await asOrdinaryUser(async () => {
      for (let line = 0; line < 3; line += 1) file.write(`line ${line}\n`);
      const reason = 'permission denied (EACCES)';
      expect(await file.rotate()).toEqual({
        ok: false,
        problem: worded(`Cannot start a new log ${path}: ${reason}.`),
      });
      await file.close();
      expect(troubles).toEqual([`The log ${path} cannot be rotated: ${reason}.`]);
    });
    expect(await readFile(path, 'utf8')).toBe('12345678\nline 0\nline 1\nline 2\n');
  });
});

it(
  'is readable by its owner alone, after a rotation too',
  notOn('win32', 'Windows has no modes'),
  async () => {
    const { path, file } = await opened();
    file.write('one\n');
    await file.rotate();
    file.write('two\n');
    await file.close();
    for (const made of [path, `${path}.1`]) expect((await stat(made)).mode & 0o777).toBe(0o600);
  },
);
