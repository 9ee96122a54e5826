import { chmod, mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileAccess } from '../../../../../../main/worker/command.ts';
import { atPlace } from '../../../../../../main/worker/commands/paths/find-place.ts';
import type { LastLink } from '../../../../../../main/worker/commands/paths/resolve-inside.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const outer = temporaryBasedir();

/** The place free of links, or the refusal; or what the system has against the way there. */
async function resolveInside(
  basedir: string,
  path: string,
  fileAccess: FileAccess,
  lastLink: LastLink = 'followed',
) {
  const way = { use: 'look', lastLink } as const;
  return atPlace({ basedir, fileAccess }, path, way, async ({ real }) => real);
}

/** The worker's directory, with a neighbour and links of every kind. */
async function makeWorker(): Promise<string> {
  const worker = outer.at('worker');
  await mkdir(join(worker, 'build'), { recursive: true });
  await mkdir(outer.at('worker-two'));
  await mkdir(outer.at('neighbour/deep'), { recursive: true });
  await writeFile(outer.at('neighbour/secret'), '');
  await writeFile(join(worker, 'file'), '');
  await symlink('build', join(worker, 'in'));
  await symlink('../neighbour', join(worker, 'out'));
  await symlink(outer.at('neighbour'), join(worker, 'absolute-out'));
  await symlink('../neighbour/secret', join(worker, 'file-out'));
  await symlink('../not-there', join(worker, 'dangling-out'));
  await symlink('not-there', join(worker, 'dangling-in'));
  await symlink('out', join(worker, 'chain-out'));
  await symlink('../worker/build', join(worker, 'round-trip'));
  await symlink('circle', join(worker, 'circle'));
  return worker;
}

describe('a place', () => {
  it.each([
    ['', ''],
    ['.', ''],
    ['build', 'build'],
    ['build/../file', 'file'],
    ['new/dir/file', 'new/dir/file'],
    ['in/new', 'build/new'],
    ['in/../file', 'file'],
    ['round-trip/x', 'build/x'],
    ['dangling-in', 'not-there'],
    ['dangling-in/below', 'not-there/below'],
    ['../worker/build', 'build'],
    ['build//twice/', 'build/twice'],
    ['..hidden', '..hidden'],
  ])('takes %j to its place inside', async (path, place) => {
    const worker = await makeWorker();
    expect(await resolveInside(worker, `${worker}/${path}`, 'basedir')).toEqual({
      ok: true,
      value: join(worker, place).replace(/\/$/, ''),
    });
  });

  it.each([
    '..',
    '../worker-two',
    '../neighbour/secret',
    'build/../../neighbour',
    'new/../../neighbour',
    'out',
    'out/secret',
    'out/new/file',
    'out/deep/../../worker-two',
    'absolute-out/secret',
    'file-out',
    'dangling-out',
    'dangling-out/below',
    'chain-out/secret',
    'in/../../neighbour',
  ])('refuses %j and reports how the owner can allow it', async (path) => {
    const worker = await makeWorker();
    const full = `${worker}/${path}`;
    expect(await resolveInside(worker, full, 'basedir')).toEqual({
      ok: false,
      problem:
        `'${full}' is outside the worker's base directory '${worker}'; ` +
        'the owner of this worker can allow it with the setting "file access: anywhere"',
    });
  });

  it.each(['circle', 'circle/below'])('leaves %j to the system', async (path) => {
    const worker = await makeWorker();
    const full = `${worker}/${path}`;
    await expect(resolveInside(worker, full, 'basedir')).rejects.toThrow('ELOOP');
    await expect(stat(full)).rejects.toThrow('ELOOP');
  });

  it('leaves through a link before it goes up from there, as the system does', async () => {
    const worker = await makeWorker();
    await symlink('../neighbour/deep', join(worker, 'deep-out'));
    const access = await resolveInside(worker, `${worker}/deep-out/../secret`, 'basedir');
    expect(access.ok).toBe(false);
  });

  it('keeps the last link when it is the link that is meant', async () => {
    const worker = await makeWorker();
    const place = join(worker, 'out');
    expect(await resolveInside(worker, place, 'basedir', 'kept')).toEqual({
      ok: true,
      value: place,
    });
    for (const path of ['out/', 'out/secret', 'out/.', 'in/../out/']) {
      const access = await resolveInside(worker, `${worker}/${path}`, 'basedir', 'kept');
      expect(access.ok).toBe(false);
    }
  });

  it('takes a base directory that is itself reached through a link', async () => {
    const worker = await makeWorker();
    await symlink('worker', outer.at('alias'));
    const access = await resolveInside(outer.at('alias'), outer.at('alias/build'), 'basedir');
    expect(access).toEqual({ ok: true, value: join(worker, 'build') });
    const direct = await resolveInside(outer.at('alias'), join(worker, 'build'), 'basedir');
    expect(direct.ok).toBe(true);
  });

  it('refuses nothing when files may be anywhere, and still resolves links', async () => {
    const worker = await makeWorker();
    const secret = outer.at('neighbour/secret');
    for (const path of [secret, `${worker}/out/secret`, `${worker}/file-out`]) {
      expect(await resolveInside(worker, path, 'anywhere')).toEqual({ ok: true, value: secret });
    }
    const circle = join(worker, 'circle');
    await expect(resolveInside(worker, circle, 'anywhere')).rejects.toThrow('ELOOP');
  });

  it('stays with what it can see where a directory is closed to it', async () => {
    const worker = await makeWorker();
    await symlink('../../neighbour', join(worker, 'build/hidden-out'));
    await chmod(join(worker, 'build'), 0o000);
    await chmod(outer.path, 0o755);
    const path = join(worker, 'build/hidden-out');
    const access = await asOrdinaryUser(() => resolveInside(worker, path, 'basedir'));
    // Whatever comes next fails in the same closed directory.
    expect(access).toEqual({ ok: true, value: path });
  });
});
