import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeSettings } from '../../../../../main/basedir/change-settings.ts';
import { upgradeDirectory } from '../../../../../main/basedir/upgrade/upgrade-directory.ts';
import { canMountTinyDisk, mountTinyDisk, type TinyDisk } from '../../../../support/full-disk.ts';
import { asOrdinaryUser, temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { worded } from '../../../../support/worded.ts';

const temporary = temporaryBasedir();

const OLD = `\
from buildslave.bot import BuildSlave
from twisted.application import service
application = service.Application('buildslave')
passwd = 'sesame'
s = BuildSlave('ci', 9989, 'bob', passwd, '/b', 600, 0)
s.setServiceParent(application)
`;

const tacPath = () => temporary.at('buildbot.tac');
const upgrade = (isDryRun = false) => upgradeDirectory(temporary.path, { isDryRun });

describe('upgrading a directory', () => {
  it('keeps the old file beside the new one, and leaves everything else alone', async () => {
    await mkdir(temporary.at('info'));
    await writeFile(temporary.at('info', 'admin'), 'me\n');
    await mkdir(temporary.at('a-builder'));
    await writeFile(tacPath(), OLD, { mode: 0o600 });
    expect(await upgrade()).toMatchObject({ ok: true, value: { oldPath: `${tacPath()}.old` } });
    expect((await readdir(temporary.path)).sort()).toEqual([
      ...['a-builder', 'buildbot.tac', 'buildbot.tac.old', 'info'],
    ]);
    expect(await readFile(`${tacPath()}.old`, 'utf8')).toBe(OLD);
    expect(await readFile(tacPath(), 'utf8')).toContain('from buildbot_worker.bot import Worker\n');
    for (const path of [tacPath(), `${tacPath()}.old`]) {
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    }
    expect(await readFile(temporary.at('info', 'admin'), 'utf8')).toBe('me\n');
  });

  it('has nothing to do a second time', async () => {
    await writeFile(tacPath(), OLD);
    await upgrade();
    const before = await readFile(tacPath(), 'utf8');
    expect(await upgrade()).toMatchObject({ ok: true, value: { diff: '', oldPath: undefined } });
    expect(await readFile(tacPath(), 'utf8')).toBe(before);
    expect(await readdir(temporary.path)).toHaveLength(2);
  });

  it('never overwrites an older old file', async () => {
    await writeFile(`${tacPath()}.old`, 'precious');
    await writeFile(tacPath(), OLD);
    expect(await upgrade()).toMatchObject({ value: { oldPath: `${tacPath()}.old.1` } });
    await writeFile(tacPath(), `${OLD}# again\n`);
    expect(await upgrade()).toMatchObject({ value: { oldPath: `${tacPath()}.old.2` } });
    await writeFile(tacPath(), OLD);
    expect(await upgrade()).toMatchObject({ value: { oldPath: `${tacPath()}.old.1` } });
    expect(await readFile(`${tacPath()}.old`, 'utf8')).toBe('precious');
    expect(await readFile(`${tacPath()}.old.1`, 'utf8')).toBe(OLD);
  });

  it('reports in a dry run what it would do, without the password, and writes nothing', async () => {
    await writeFile(tacPath(), OLD);
    const planned = await upgrade(true);
    const diff = planned.ok ? planned.value.diff : '';
    expect(diff).toContain('\n-from buildslave.bot import BuildSlave\n');
    expect(diff).toContain('\n+from buildbot_worker.bot import Worker\n');
    expect(diff).not.toContain('sesame');
    expect(await readdir(temporary.path)).toEqual(['buildbot.tac']);
    expect(await readFile(tacPath(), 'utf8')).toBe(OLD);
  });

  it('fails in one sentence where it may not write, and loses nothing', async () => {
    await writeFile(tacPath(), OLD, { mode: 0o644 });
    await chmod(temporary.path, 0o555);
    expect(await asOrdinaryUser(() => upgrade())).toEqual({
      ok: false,
      problem: worded(
        /^(?:Cannot keep .*: permission denied \(EACCES\)|\S+ cannot be written to by this user; .*)\.$/,
      ),
    });
    expect(await readFile(tacPath(), 'utf8')).toBe(OLD);
    expect(await readdir(temporary.path)).toEqual(['buildbot.tac']);
  });

  it.each([
    ['that is gone', () => temporary.at('gone'), /gone does not exist: /],
    ['without a worker', () => temporary.path, /^Cannot read \S+buildbot\.tac: there is no such/],
  ])('refuses a directory %s', async (_what, dir, sentence) => {
    expect(await upgradeDirectory(dir(), { isDryRun: false })).toEqual({
      ok: false,
      problem: worded(sentence),
    });
  });
});

const probe = mkdtempSync(join(tmpdir(), 'buildtray-probe-'));
const mayMount = canMountTinyDisk(probe);
rmSync(probe, { recursive: true });

describe('on a full disk', () => {
  let disk: TinyDisk | undefined;
  beforeEach(({ skip }) => skip(!mayMount, 'mounting a small disk needs root rights; CI has them'));
  afterEach(() => {
    disk?.unmount();
    disk = undefined;
  });

  async function fullDisk(): Promise<string> {
    const dir = temporary.at('disk');
    await mkdir(dir);
    disk = mountTinyDisk(dir);
    await writeFile(join(dir, 'buildbot.tac'), OLD);
    disk.fill();
    return dir;
  }

  it('an upgrade fails in one sentence and loses nothing', async () => {
    const dir = await fullDisk();
    expect(await upgradeDirectory(dir, { isDryRun: false })).toEqual({
      ok: false,
      problem: worded(`Cannot write ${dir}/buildbot.tac: the disk is full (ENOSPC).`),
    });
    expect(await readFile(join(dir, 'buildbot.tac'), 'utf8')).toBe(OLD);
    expect((await readdir(dir)).sort()).toEqual(['buildbot.tac', 'filler']);
  });

  it('a change of settings fails in one sentence and loses nothing', async () => {
    const dir = await fullDisk();
    expect(await changeSettings(dir, { keepalive: 5 })).toEqual({
      ok: false,
      problem: worded(`Cannot write ${dir}/buildbot.tac: the disk is full (ENOSPC).`),
    });
    expect(await readFile(join(dir, 'buildbot.tac'), 'utf8')).toBe(OLD);
    expect((await readdir(dir)).sort()).toEqual(['buildbot.tac', 'filler']);
  });
});
