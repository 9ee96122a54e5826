import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorker } from '../../../../main/basedir/create-worker.ts';
import { createWorkerRequestFrom } from '../../../../main/basedir/create-worker-request.ts';
import { canMountTinyDisk, mountTinyDisk, type TinyDisk } from '../../../support/full-disk.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { worded } from '../../../support/worded.ts';
import { CONFIG } from './tac/configs.ts';

const temporary = temporaryBasedir();
const HOSTINFO = { admin: 'Ada\n', host: 'a machine\n' };

function create(basedir: string, password = 'secret', accessUri?: string) {
  const config = { ...CONFIG, basedir, password };
  return createWorker({ config, extras: {}, isRelocatable: false }, { ...HOSTINFO, accessUri });
}

describe('making a directory', () => {
  it('writes the settings for nobody else, and what the master shows for all', async () => {
    const dir = temporary.at('worker');
    expect(await create(dir, 'secret', 'ssh://me@host')).toMatchObject({ ok: true });
    expect((await readdir(dir, { recursive: true })).sort()).toEqual([
      ...['buildbot.tac', 'info', 'info/access_uri', 'info/admin', 'info/host'],
    ]);
    expect((await stat(join(dir, 'buildbot.tac'))).mode & 0o777).toBe(0o600);
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
    expect(await readFile(join(dir, 'info/access_uri'), 'utf8')).toBe('ssh://me@host\n');
  });

  it('again changes nothing', async () => {
    const dir = temporary.at('worker');
    await create(dir);
    const again = await create(dir);
    expect(again.ok && again.value.map(({ kind }) => kind)).toEqual([
      ...['kept-directory', 'kept-file', 'kept-directory', 'kept-file', 'kept-file'],
    ]);
    expect((await readdir(dir)).sort()).toEqual(['buildbot.tac', 'info']);
  });

  it('with other settings leaves them beside the old ones, for nobody else either', async () => {
    const dir = temporary.at('worker');
    await create(dir);
    await writeFile(join(dir, 'info/admin'), 'me\n');
    await writeFile(join(dir, 'buildbot.tac.new'), 'an older try', { mode: 0o644 });
    const old = await readFile(join(dir, 'buildbot.tac'), 'utf8');
    await create(dir, 'another');
    expect(await readFile(join(dir, 'buildbot.tac'), 'utf8')).toBe(old);
    expect(await readFile(join(dir, 'buildbot.tac.new'), 'utf8')).toContain("'another'");
    expect((await stat(join(dir, 'buildbot.tac.new'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dir, 'info/admin'), 'utf8')).toBe('me\n');
  });

  it('fails in one sentence', async () => {
    await writeFile(temporary.at('file'), '');
    expect(await create(temporary.at('file'))).toEqual({
      ok: false,
      problem: worded(`Cannot use ${temporary.at('file')}: it is not a directory.`),
    });
    expect(await create(temporary.at('no/such'))).toEqual({
      ok: false,
      problem: worded(
        `Cannot make the directory ${temporary.at('no/such')}: ${temporary.at('no')} does not exist.`,
      ),
    });
    await mkdir(temporary.at('locked'));
    await chmod(temporary.at('locked'), 0o555);
    await chmod(temporary.path, 0o755);
    expect(await asOrdinaryUser(() => create(temporary.at('locked')))).toEqual({
      ok: false,
      problem: worded(
        `Cannot write ${temporary.at('locked')}/buildbot.tac: permission denied (EACCES).`,
      ),
    });
  });
});

const probe = await mkdtemp(join(tmpdir(), 'buildtray-probe-'));
const mayMount = canMountTinyDisk(probe);
await rm(probe, { recursive: true });

describe('on a full disk', () => {
  let disk: TinyDisk | undefined;
  beforeEach(({ skip }) => skip(!mayMount, 'mounting a small disk needs root rights; CI has them'));
  afterEach(() => {
    disk?.unmount();
    disk = undefined;
  });

  it('leaves no half of a file that a second try would keep', async () => {
    const dir = temporary.at('disk');
    await mkdir(dir);
    disk = mountTinyDisk(dir);
    disk.fill();
    expect(await create(dir)).toEqual({
      ok: false,
      problem: worded(`Cannot write ${dir}/buildbot.tac: the disk is full (ENOSPC).`),
    });
    await rm(join(dir, 'filler'));
    expect(await readdir(dir)).toEqual([]);
    expect(await create(dir)).toMatchObject({ ok: true });
    expect(await readFile(join(dir, 'buildbot.tac'), 'utf8')).toContain("'secret'");
  });
});

describe('what is requested', () => {
  const ARGS = ['dir', 'ci', 'w', 'p'];

  it('may name who looks after the machine', () => {
    const input = { admin: ' Ada ', 'munge-email': true, 'access-uri': 'ssh://me@host' };
    expect(createWorkerRequestFrom(ARGS, input)).toMatchObject({
      value: { admin: 'Ada', isEmailMunged: true, accessUri: 'ssh://me@host' },
    });
  });

  it.each([
    [{ admin: ' ' }, { kind: 'admin' }],
    [{ admin: 'a\nb' }, { kind: 'admin' }],
    [{ 'access-uri': 'my machine' }, { kind: 'access-uri' }],
    [{ 'log-count': 'x' }, { kind: 'option', option: 'log-count', fault: { kind: 'number' } }],
    [{ umask: '9' }, undefined],
    [{ umask: '0o9' }, { kind: 'option', option: 'umask', fault: { kind: 'number' } }],
  ])('%j is refused with %j', (input, problem) => {
    expect(createWorkerRequestFrom(ARGS, input)).toMatchObject(
      problem === undefined ? { ok: true } : { ok: false, problem },
    );
  });
});
