import { readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { launchWorker } from '../../main/launch/launched-worker.ts';
import { buildtray } from '../support/command-line.ts';
import { inEnglish } from '../support/in-english.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { startMaster } from '../support/worker-rig.ts';

const temporary = temporaryBasedir();

async function madeDir(master = 'ci.example.org:9989'): Promise<string> {
  const dir = temporary.at('worker');
  const { status } = await buildtray(['create-worker', '-q', dir, master, 'w', 'open-sesame']);
  expect(status).toBe(0);
  return dir;
}

const tacOf = (dir: string): Promise<string> => readFile(`${dir}/buildbot.tac`, 'utf8');

/** A worker that is attached to a master; it ends with the test. */
async function attached() {
  const master = await startMaster(0, { workers: { w: 'open-sesame' } });
  const dir = await madeDir(`127.0.0.1:${master.port}`);
  const launched = await launchWorker({ dir });
  if (!launched.ok) throw new Error(inEnglish(launched.problem));
  onTestFinished(() => launched.value.close());
  const first = master.nextAttached();
  launched.value.worker.start();
  await first;
  return { master, dir, launched: launched.value };
}

describe('settings', () => {
  it('are printed with default, unit and effect, passwords left out', async () => {
    const dir = await madeDir();
    const { stdout } = await buildtray(['settings', '--verbose', dir]);
    expect(stdout).toMatch(/^keepalive +600 seconds +600 +at once$/m);
    expect(stdout).toMatch(/^umask +None +None +at the next start$/m);
    expect(stdout).toMatch(/^passwd +\(set, not shown\) +at the next connection$/m);
    expect(stdout).toMatch(/^proxy\.user +None +None +at the next connection$/m);
    expect(stdout).toContain('    How often the worker checks that the master is still there');
    expect(stdout).not.toContain('open-sesame');
  });

  it('are printed for programs, those that code computes with their line', async () => {
    const dir = await madeDir();
    const tac = await tacOf(dir);
    await writeFile(`${dir}/buildbot.tac`, tac.replace('keepalive = 600', 'keepalive = 60 * 5'));
    const { settings } = JSON.parse((await buildtray(['settings', '--json', dir])).stdout);
    const named = (name: string) => settings.find((one: { name: string }) => one.name === name);
    expect(named('keepalive')).toMatchObject({
      origin: 'computed',
      value: '300',
      code: '60 * 5',
      from: [],
      line: expect.any(Number),
      unit: 'seconds',
      default: '600',
      effect: 'apply-live',
    });
    expect(named('allow_shutdown')).toMatchObject({ choices: ['signal', 'file'] });
    expect(named('passwd')).toEqual(expect.not.objectContaining({ value: expect.anything() }));
    const set = await buildtray(['set', dir, 'keepalive=5']);
    expect(set.status).toBe(2);
    expect(set.stderr).toContain('computed by code');
  });

  it('are changed together, in both files, and nothing else is', async () => {
    const dir = await madeDir();
    const before = await tacOf(dir);
    const words = ['keepalive=300', 'umask=022', 'passwd=-', 'proxy.user=ada', 'proxy.password=-'];
    const set = await buildtray(['set', dir, ...words], 'new one\nfor the proxy\n');
    expect(set).toMatchObject({
      status: 0,
      stdout:
        'changed: passwd, keepalive, umask, proxy.user, proxy.password\nno worker runs there; the next one starts with these settings\n',
    });
    expect(await tacOf(dir)).toBe(
      before
        .replace('keepalive = 600', 'keepalive = 300')
        .replace('umask = None', 'umask = 0o22')
        .replace("'open-sesame'", "'new one'"),
    );
    const path = `${dir}/buildtray.json`;
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      proxy: { user: 'ada', password: 'for the proxy' },
    });
    await buildtray(['set', dir, 'proxy.user=None']);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({});
    expect((await buildtray(['set', dir, 'keepalive=300'])).stdout).toBe('nothing has changed\n');
  });

  it('are shown as they would be by a dry run, without the password', async () => {
    const dir = await madeDir();
    const before = await tacOf(dir);
    const { stdout } = await buildtray(['set', '--dry-run', dir, 'maxdelay=60', 'passwd=other']);
    expect(stdout).toContain('\n-maxdelay = 300\n+maxdelay = 60\n');
    expect(stdout).toContain('\nwould be changed: passwd, maxdelay\nNothing was written.\n');
    expect(stdout).not.toMatch(/open-sesame|other/);
    expect(await tacOf(dir)).toBe(before);
  });

  it.each([
    ['keepalive=often', 'keepalive: Enter a length of time, such as 30 s or 5 min.'],
    ['keepalive', "'keepalive' changes nothing; write it as NAME=VALUE."],
    ['speed=1', "There is no setting 'speed'; buildtray settings lists them."],
    ['unicode_encoding=klingon', 'unicode_encoding: The encoding "klingon" is not known'],
    ['proxy_connection_string=tcp:p:x', "proxy_connection_string: The proxy's connection string"],
    ['tls.pin=x', 'tls.pin: Enter a SHA-256: '],
    ['proxy.password=x', 'proxy.user: Required together with “proxy.password”.'],
    ['buildmaster_host=None', 'buildmaster_host is None'],
  ])('are not changed by %s', async (word, sentence) => {
    const dir = await madeDir();
    const before = await tacOf(dir);
    const { status, stdout, stderr } = await buildtray(['set', dir, 'maxdelay=60', word]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(await tacOf(dir)).toBe(before);
  });

  it('hold for the running worker at once, or at the connection that is asked for', async () => {
    const { master, dir, launched } = await attached();
    const now = await buildtray(['set', dir, 'keepalive=7']);
    expect(now.stdout).toBe('changed: keepalive\nall of the changes take effect now\n');
    expect(launched.config.keepalive).toBe(7);
    const again = master.nextAttached();
    const later = await buildtray(['set', '--reconnect', dir, 'numcpus=3']);
    expect(later.stdout).toContain('reconnects as soon as no build is running');
    expect((await again).info.get('numcpus')).toBe(3);
  });
});

describe('hostinfo', () => {
  const infoOf = (dir: string, name: string): Promise<string> =>
    readFile(`${dir}/info/${name}`, 'utf8');

  it('is printed, written, read from standard input, and removed', async () => {
    const dir = await madeDir();
    const words = ['admin=Ada', 'access_uri=ssh://me', 'gpu=-'];
    const { stdout } = await buildtray(['hostinfo', dir, ...words], 'RTX\n\n');
    expect(stdout).toBe(
      'wrote admin\nwrote access_uri\nwrote gpu\nthe master reads it when the worker connects\n',
    );
    expect(await infoOf(dir, 'gpu')).toBe('RTX\n');
    await buildtray(['hostinfo', '-q', dir, 'access_uri=']);
    const shown = (await buildtray(['hostinfo', dir])).stdout;
    expect(shown).toContain('admin:\n  Ada\ngpu:\n  RTX\nhost:\n  ');
    expect(shown).not.toContain('access_uri');
  });

  it('is filled in from this machine', async () => {
    const dir = await madeDir();
    await buildtray(['hostinfo', dir, 'host=nothing']);
    await buildtray(['hostinfo', '--fill-in', dir]);
    expect(await infoOf(dir, 'host')).toContain('Worker: Buildtray ');
  });

  it('asks what to do with a file that others share', async () => {
    const dir = await madeDir();
    const shared = temporary.at('everywhere');
    await writeFile(shared, 'farm\n');
    await symlink(shared, `${dir}/info/farm`);
    const asked = await buildtray(['hostinfo', dir, 'farm=mine']);
    expect(asked).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/is a link to .*everywhere.* Use --shared or --replace-link/),
    });
    await buildtray(['hostinfo', '--replace-link', dir, 'farm=mine']);
    expect(await readFile(shared, 'utf8')).toBe('farm\n');
    expect(await infoOf(dir, 'farm')).toBe('mine\n');
  });

  it('shows everything that is sent to the master, and what is kept from it', async () => {
    const dir = await madeDir();
    const { stdout } = await buildtray(['hostinfo', '--sent', dir, '-s']);
    expect(stdout).toContain(`\n  basedir: ${dir}\n`);
    expect(stdout).toMatch(/\n {2}PATH: /);
    expect(stdout).not.toContain('open-sesame');
  });

  it('is read by the master at the connection that is asked for', async () => {
    const { master, dir } = await attached();
    const again = master.nextAttached();
    const { stdout } = await buildtray(['hostinfo', '--reconnect', dir, 'admin=Grace']);
    expect(stdout).toContain('reconnects as soon as no build is running');
    expect((await again).info.get('admin')).toBe('Grace\n');
  });
});
