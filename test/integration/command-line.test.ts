import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { buildtray } from '../support/command-line.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { msgpackMaster } from '../support/test-msgpack-master.ts';
import { startMaster } from '../support/worker-rig.ts';

const temporary = temporaryBasedir();

const MASTER = ['ci.example.org:9990', 'w1', 'secret'];

describe('create-worker', () => {
  it('makes a directory that only its owner can read the password of, and reports it', async () => {
    const dir = temporary.at('worker');
    const { status, stdout, stderr } = await buildtray(['create-worker', dir, ...MASTER]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`worker configured in ${dir}\n`);
    expect((await readdir(dir)).sort()).toEqual(['buildbot.tac', 'info']);
    expect((await stat(`${dir}/buildbot.tac`)).mode & 0o777).toBe(0o600);
    const tac = await readFile(`${dir}/buildbot.tac`, 'utf8');
    expect(tac).toContain("buildmaster_host = 'ci.example.org'\nport = 9990\n");
  });

  it('reads the password from standard input', async () => {
    const dir = temporary.at('worker');
    await buildtray(['create-worker', '-q', dir, 'ci', 'w1', '-'], 'from stdin\n');
    expect(await readFile(`${dir}/buildbot.tac`, 'utf8')).toContain("passwd = 'from stdin'");
  });

  it('reads the proxy’s password from standard input too, and shows it to nobody else', async () => {
    const dir = temporary.at('worker');
    const options = '--proxy-connection-string tcp:p:3128 --proxy-user ada --proxy-password -';
    const args = ['create-worker', ...options.split(' '), dir, 'ci', 'w1', '-'];
    const { stdout, stderr } = await buildtray(args, 'own\nproxy-secret\n');
    expect(stdout + stderr).not.toContain('proxy-secret');
    const path = `${dir}/buildtray.json`;
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      proxy: { user: 'ada', password: 'proxy-secret' },
    });
    expect(await readFile(`${dir}/buildbot.tac`, 'utf8')).toContain("passwd = 'own'");
  });

  describe('with the protocol auto', () => {
    it('writes the protocol that the master speaks', async () => {
      const pb = await startMaster();
      const msgpack = await msgpackMaster();
      const found = async (name: string, port: number) => {
        const dir = temporary.at(name);
        const args = ['create-worker', '--protocol', 'auto', dir, `127.0.0.1:${port}`, 'w', 'p'];
        const { stdout } = await buildtray(args);
        const tac = await readFile(`${dir}/buildbot.tac`, 'utf8');
        return [
          /speaks the protocol (\w+)/.exec(stdout)?.[1],
          /^protocol = '(.*)'/m.exec(tac)?.[1],
        ];
      };
      expect(await found('one', pb.port)).toEqual(['pb', 'pb']);
      const name = 'msgpack_experimental_v7';
      expect(await found('other', msgpack.port)).toEqual([name, name]);
    }, 20_000);

    it('makes nothing when no master is there to ask', async () => {
      const dir = temporary.at('worker');
      const args = ['create-worker', '--protocol', 'auto', dir, '127.0.0.1:1', 'w', 'p'];
      const { status, stderr } = await buildtray(args);
      expect(status).toBe(1);
      expect(stderr).toMatch(/could not be asked.*Nothing listens on port 1.*--protocol pb or /);
      await expect(stat(dir)).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });

  it('refuses a name with a colon where the protocol cannot carry it', async () => {
    const args = ['create-worker', '--protocol', 'msgpack_experimental_v7', temporary.at('worker')];
    const { status, stderr } = await buildtray([...args, 'ci', 'a:b', 'secret:with colons']);
    expect(status).toBe(2);
    expect(stderr).toContain('The worker name "a:b" contains a colon');
  });

  it('takes every option', async () => {
    const dir = temporary.at('worker');
    const options =
      '--force -r -n --use-tls --delete-leftover-dirs -k 5 --umask 0o22 --maxdelay 7 --maxretries 3 ' +
      '--numcpus 2 -s 1000 -l 4 -a signal --protocol pb';
    const ended = await buildtray(['create-worker', ...options.split(' '), dir, ...MASTER]);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    const tac = await readFile(`${dir}/buildbot.tac`, 'utf8');
    for (const line of [
      'keepalive = 5',
      'umask = 0o22',
      'maxdelay = 7',
      "allow_shutdown = 'signal'",
    ]) {
      expect(tac).toContain(`${line}\n`);
    }
  });

  it.each([
    [['dir', 'ci'], 'incorrect number of arguments'],
    [['dir', 'http://ci', 'w', 'p'], '<master> is not a URL'],
    [['dir', 'ci:x', 'w', 'p'], "invalid master port 'x', needs to be a number"],
    [['--keepalive', 'often', 'dir', 'ci', 'w', 'p'], 'keepalive parameter needs to be a number'],
    [['--unicode-encoding', 'klingon', 'dir', 'ci', 'w', 'p'], 'encoding "klingon" is not known'],
    [['--use-tls', '--tls-pin', 'x', 'dir', 'ci', 'w', 'p'], 'tls-pin: Enter a SHA-256'],
    [
      ['--connection-string', 'udp:x', 'dir', 'ci', 'w', 'p'],
      'The connection string "udp:x" begins with "udp"',
    ],
    [['--dance', 'dir', 'ci', 'w', 'p'], "unknown option '--dance'"],
  ])('refuses %j with one sentence and status 2', async (args, sentence) => {
    const { status, stdout, stderr } = await buildtray(['create-worker', ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  it('fails with status 1 where no directory can be made', async () => {
    const { status, stderr } = await buildtray([
      'create-worker',
      temporary.at('no/such'),
      ...MASTER,
    ]);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('create-worker, of the machine', () => {
  it('says who looks after it, and how it is reached', async () => {
    const dir = temporary.at('worker');
    const options = ['--admin', 'Ada <ada@example.org>', '--munge-email'];
    const uri = ['--access-uri', 'ssh://me@host'];
    const made = await buildtray(['create-worker', ...options, ...uri, dir, ...MASTER]);
    expect(made.stdout).not.toContain('access_uri was not written');
    expect(await readFile(`${dir}/info/admin`, 'utf8')).toBe('Ada <ada at example dot org>\n');
    expect(await readFile(`${dir}/info/access_uri`, 'utf8')).toBe('ssh://me@host\n');
    expect(await readFile(`${dir}/info/host`, 'utf8')).toContain('Worker: Buildtray ');
  });

  it('explains access_uri where none is given', async () => {
    const dir = temporary.at('worker');
    const { stdout } = await buildtray(['create-worker', dir, ...MASTER]);
    expect(stdout).toContain('info/access_uri was not written: if');
    expect((await readdir(`${dir}/info`)).sort()).toEqual(['admin', 'host']);
  });
});

const OLD = await readFile('test/fixtures/tac/buildslave-0.8.14.tac', 'utf8');

describe('upgrade-worker', () => {
  const tacPath = () => temporary.at('buildbot.tac');

  it('shows by a dry run what it would do', async () => {
    await writeFile(tacPath(), OLD);
    const { status, stdout } = await buildtray(['upgrade-worker', '--dry-run', temporary.path]);
    expect(status).toBe(0);
    expect(stdout).toContain('\n+from buildbot_worker.bot import Worker\n');
    expect(stdout).toContain('\nNothing was written.\n');
    expect(await readFile(tacPath(), 'utf8')).toBe(OLD);
  });

  it('upgrades, and has nothing to do afterwards', async () => {
    await writeFile(tacPath(), OLD);
    const upgraded = await buildtray(['upgrade-worker', temporary.path]);
    expect(upgraded).toMatchObject({ status: 0, stderr: '' });
    expect(upgraded.stdout).toContain(`the old one is ${tacPath()}.old.`);
    expect(await readFile(`${tacPath()}.old`, 'utf8')).toBe(OLD);
    const again = await buildtray(['upgrade-worker', temporary.path]);
    expect(again).toMatchObject({ status: 0, stdout: `${tacPath()} is up to date.\n` });
  });

  it('fails with one sentence where it has to be done by hand', async () => {
    await writeFile(tacPath(), 'print "not a worker"\n');
    const { status, stderr } = await buildtray(['upgrade-worker', temporary.path]);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `buildtray: ${tacPath()} creates no worker; a line such as \`s = Worker(…)\` is needed.\n`,
    );
  });
});

describe('start', () => {
  it('gives up after maxretries, with status 1', async () => {
    const dir = temporary.at('worker');
    await buildtray(['create-worker', '--maxretries', '1', dir, '127.0.0.1:1', 'w', 'p']);
    const { status, stdout } = await buildtray(['start', '--nodaemon', dir]);
    expect(status).toBe(1);
    expect(stdout).toContain('Nothing listens on port 1 of 127.0.0.1');
    expect(await readFile(`${dir}/worker.log`, 'utf8')).toBe(stdout);
  });
});

it('prints its versions', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  for (const words of [['--version'], ['--verbose', '--vers'], ['start', '--version']]) {
    expect(await buildtray(words)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`buildtray ${version}\nworker version: 4.3.0\n`),
    });
  }
});

describe('in German', () => {
  it('prints and fails as in English, in other words', async () => {
    const dir = temporary.at('worker');
    await buildtray(['create-worker', '-q', dir, ...MASTER]);
    expect(await buildtray(['status', dir], '', 'de_DE.UTF-8')).toEqual({
      status: 1,
      stdout: 'der Worker läuft nicht\n',
      stderr: '',
    });
    expect(await buildtray(['resume', dir], '', 'de_DE.UTF-8')).toEqual({
      status: 1,
      stdout: '',
      stderr: `buildtray: In ${dir} wurde kein Worker gefunden, der unter Buildtray läuft.\n`,
    });
    expect(await buildtray(['status', '--jsom'], '', 'de_DE.UTF-8')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'buildtray: unbekannte Option »--jsom«. Meinten Sie --json?\n',
    });
  });

  it('prints the same JSON', async () => {
    const dir = temporary.at('worker');
    await buildtray(['create-worker', '-q', dir, ...MASTER]);
    for (const verb of ['status', 'settings', 'builds']) {
      const english = await buildtray([verb, '--json', dir]);
      expect(await buildtray([verb, '--json', dir], '', 'de_DE.UTF-8')).toEqual(english);
    }
  });
});
