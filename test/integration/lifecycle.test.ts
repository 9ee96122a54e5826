import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { buildtray, startBuildtray } from '../support/command-line.ts';
import { startFakeTwistd } from '../support/fake-twistd.ts';
import { isRunning } from '../support/is-running.ts';
import { listeningPorts } from '../support/listening-ports.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { waitFor } from '../support/wait-for.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const temporary = temporaryBasedir();
const PASSWORD = 'open-sesame';
const dir = () => temporary.at('worker');

let master: RehearsalMaster;

beforeEach(async () => {
  master = await RehearsalMaster.listen({ workers: { w1: PASSWORD }, builders: ['linux'] });
});

afterEach(async () => {
  await buildtray(['stop', '-q', dir()]);
  await master.close();
});

async function madeWorker(...options: readonly string[]): Promise<void> {
  const address = `127.0.0.1:${master.port}`;
  const made = await buildtray(['create-worker', '-q', ...options, dir(), address, 'w1', PASSWORD]);
  expect(made).toMatchObject({ status: 0 });
}

/** Starts the worker in the background; what the master holds of it. */
async function startedWorker(): Promise<AttachedWorker> {
  const attached = master.nextAttached();
  expect(await buildtray(['start', dir()])).toMatchObject({ status: 0, stderr: '' });
  return attached;
}

async function statusOf(): Promise<Record<string, unknown>> {
  const { stdout } = await buildtray(['status', '--json', dir()]);
  return JSON.parse(stdout) as Record<string, unknown>;
}

async function pidInFile(): Promise<number> {
  return Number.parseInt(await readFile(`${dir()}/buildtray.pid`, 'utf8'), 10);
}

function shellCommand(script: string) {
  return {
    command: ['/bin/sh', '-c', script],
    workdir: '.',
    want_stdout: 1,
    want_stderr: 1,
    usePTY: false,
    logEnviron: false,
  };
}

/** For whatever starts a process of its own: on a busy machine that takes seconds. */
const SLOWLY_MS = 200;

/** A command that ends only when it is killed, and says when it runs. */
async function stubbornCommand(worker: AttachedWorker): Promise<void> {
  await worker.startBuild('linux');
  const script = 'trap "" TERM; echo $$ > pid.new; mv pid.new pid; while :; do sleep 1; done';
  await worker.startCommand('linux', 'shell', shellCommand(script));
  await waitFor(() => stat(`${dir()}/linux/pid`));
}

describe('start', () => {
  it('leaves an attached worker behind, with a session and a log of its own', async () => {
    await madeWorker();
    const attached = master.nextAttached();
    const { status, stdout, stderr } = await buildtray(['start', dir()]);
    await attached;
    const pid = await pidInFile();
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: `attached to 127.0.0.1:${master.port} (process ${pid})\n`,
      stderr: '',
    });
    // Session and group are its own.
    const [, , group, session] =
      (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
    expect([Number(group), Number(session)]).toEqual([pid, pid]);
    expect((await stat(`${dir()}/worker.log`)).mode & 0o777).toBe(0o600);
    // Lines are on their way to the file when the master has the worker already.
    await waitFor(async () =>
      expect(await readFile(`${dir()}/worker.log`, 'utf8')).toContain(
        '[connection#info] Connected',
      ),
    );
  });

  it('shows the password nowhere: not in the log, the status, or the list of processes', async () => {
    await madeWorker();
    const worker = await startedWorker();
    await worker.startBuild('linux');
    const command = await worker.startCommand('linux', 'shell', {
      ...shellCommand(''),
      command: [
        '/bin/sh',
        '-c',
        'while [ ! -e go ]; do sleep 0.05; done',
        ['obfuscated', 'hush-hush', 'XXX'],
      ],
    });
    const status = await buildtray(['status', '--json', dir()]);
    await writeFile(`${dir()}/linux/go`, '');
    await command.completed;
    expect(status.stdout).toContain('XXX');
    const seen = [
      status.stdout,
      await readFile(`${dir()}/worker.log`, 'utf8'),
      await readFile(`/proc/${await pidInFile()}/cmdline`, 'utf8'),
    ].join('\n');
    expect(seen).not.toContain(PASSWORD);
    expect(seen).not.toContain('hush-hush');
  });

  it('opens no port, and a socket that only its owner may use', async () => {
    await madeWorker();
    const worker = await startedWorker();
    await stubbornCommand(worker);
    // The master of this test shows that an open port would be seen.
    expect(await listeningPorts(process.pid)).toContain(master.port);
    expect(await listeningPorts(await pidInFile())).toEqual([]);
    expect((await stat(`${dir()}/buildtray.sock`)).mode & 0o777).toBe(0o600);
  });

  it('reports why the master does not let the worker in, which keeps trying', async () => {
    await madeWorker();
    const tac = `${dir()}/buildbot.tac`;
    await writeFile(tac, (await readFile(tac, 'utf8')).replace(PASSWORD, 'another word'));
    const { status, stderr } = await buildtray(['start', dir()]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/password.*keeps trying.*\n$/);
    expect(await statusOf()).toMatchObject({ running: true, status: { kind: 'error' } });
  });

  it('with -q returns when the worker runs, attached or not, and so does restart', async () => {
    await madeWorker();
    const tac = `${dir()}/buildbot.tac`;
    await writeFile(tac, (await readFile(tac, 'utf8')).replace(PASSWORD, 'another word'));
    const silent = { status: 0, stdout: '', stderr: '' };
    expect(await buildtray(['start', '-q', dir()])).toEqual(silent);
    const first = await pidInFile();
    expect(await buildtray(['restart', '-q', dir()])).toEqual(silent);
    expect(await pidInFile()).not.toBe(first);
    expect(await statusOf()).toMatchObject({ running: true });
    expect(await buildtray(['start', '-q', dir()])).toMatchObject({ status: 1, stdout: '' });
  });

  it('reports why a worker that gave up has ended', async () => {
    await madeWorker('--maxretries', '1');
    await master.close();
    const { status, stderr } = await buildtray(['start', dir()]);
    master = await RehearsalMaster.listen({ workers: {}, builders: [] });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^buildtray: The worker gave up\. Nothing listens on port \d+ of 127\.0\.0\.1.*\n$/,
    );
    expect(await readdir(dir())).not.toContain('buildtray.pid');
  });

  it('stops by itself when its directory is taken away, builds included', async () => {
    await madeWorker();
    const attached = master.nextAttached();
    const started = startBuildtray(['start', '--nodaemon', dir()]);
    const worker = await attached;
    await stubbornCommand(worker);
    await rename(dir(), `${dir()}-moved`);
    const { status, stdout } = await started.ended;
    expect(status).toBe(1);
    expect(stdout).toContain(`The worker directory ${dir()} was removed or moved`);
    expect(await readFile(`${dir()}-moved/worker.log`, 'utf8')).toContain('was removed or moved');
  });

  it.each(['of two at once', 'while the worker runs'])('runs one worker only: %s', async (when) => {
    await madeWorker();
    const starts = when === 'of two at once' ? 2 : 1;
    if (starts === 1) await startedWorker();
    const ended = await Promise.all(
      Array.from({ length: starts }, () => buildtray(['start', dir()])),
    );
    const refused = `${dir()} is already run by Buildtray (process ${await pidInFile()}); stop that one first.`;
    expect(ended.filter(({ status }) => status !== 0)).toEqual([
      { status: 1, stdout: '', stderr: `buildtray: ${refused}\n` },
    ]);
  });

  it('takes the place of a process that was killed, whose number another program may have', async () => {
    await madeWorker();
    await writeFile(`${dir()}/buildtray.pid`, `${process.pid}\n1\n`);
    await writeFile(`${dir()}/buildtray.sock`, '');
    await startedWorker();
    expect(await pidInFile()).not.toBe(process.pid);
    expect(await statusOf()).toMatchObject({ status: { kind: 'idle', builders: ['linux'] } });
  });

  it('refuses a directory that is no worker, and leaves nothing in it', async () => {
    await mkdir(dir());
    const { status, stderr } = await buildtray(['start', dir()]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `buildtray: Not a worker directory: ${dir()} (there is no buildbot.tac in it)\n`,
    });
    expect(await readdir(dir())).toEqual([]);
  });

  it('is restarted', async () => {
    await madeWorker();
    await startedWorker();
    const before = await pidInFile();
    const attached = master.nextAttached();
    expect(await buildtray(['restart', dir()])).toMatchObject({ status: 0, stderr: '' });
    await attached;
    expect(await pidInFile()).not.toBe(before);
  });
});

describe('status', () => {
  it('is what the running process says', async () => {
    await madeWorker();
    const worker = await startedWorker();
    await stubbornCommand(worker);
    const shown = await statusOf();
    expect(shown).toMatchObject({
      running: true,
      by: 'buildtray',
      host: 'command-line',
      workerName: 'w1',
      pid: await pidInFile(),
      basedir: dir(),
      master: `127.0.0.1:${master.port}`,
      status: { kind: 'building', commands: [{ builderName: 'linux', name: 'shell' }] },
    });
    expect(shown.lastHeardAt).toEqual(expect.any(Number));
    const { status, stdout } = await buildtray(['status', dir()]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^state {5}Building linux/m);
    expect(stdout).toMatch(/^runs {6}linux: \/bin\/sh -c .*for \d+ s$/m);
  });

  it('is 1 where no worker runs', async () => {
    await madeWorker();
    expect(await buildtray(['status', dir()])).toEqual({
      status: 1,
      stdout: 'worker not running\n',
      stderr: '',
    });
    expect(await statusOf()).toEqual({ running: false, basedir: dir() });
  });

  it('reaches a directory that is too deep for a socket', async () => {
    await madeWorker();
    const deep = temporary.at('d'.repeat(100), 'e'.repeat(50));
    await mkdir(temporary.at('d'.repeat(100)));
    await rename(dir(), deep);
    const tac = await readFile(`${deep}/buildbot.tac`, 'utf8');
    await writeFile(`${deep}/buildbot.tac`, tac.replace(`'${dir()}'`, `'${deep}'`));
    expect(await buildtray(['start', deep])).toMatchObject({ status: 0 });
    expect((await buildtray(['status', deep])).stdout).toMatch(/^state {5}Idle, connected to /m);
    expect(await buildtray(['stop', '-q', deep])).toMatchObject({ status: 0 });
    expect(await readdir(deep)).not.toContain('buildtray.sock');
  });
});

describe('stop', () => {
  it('ends what runs, children that ignore TERM included, and lets go of the directory', async () => {
    await madeWorker();
    await stubbornCommand(await startedWorker());
    const pids = [await pidInFile(), Number(await readFile(`${dir()}/linux/pid`, 'utf8'))];
    expect(await buildtray(['stop', dir()])).toEqual({
      status: 0,
      stdout: `worker process ${pids[0]} has ended\n`,
      stderr: '',
    });
    expect(pids.filter(isRunning)).toEqual([]);
    const left = await readdir(dir());
    expect(left).not.toContain('buildtray.pid');
    expect(left).not.toContain('buildtray.sock');
  });

  it('has nothing to do where no worker runs', async () => {
    await madeWorker();
    expect(await buildtray(['stop', dir()])).toEqual({
      status: 0,
      stdout: 'worker not running\n',
      stderr: '',
    });
  });

  it('gracefully waits for the command, and shows it', async () => {
    await madeWorker();
    const worker = await startedWorker();
    await worker.startBuild('linux');
    const script = 'while [ ! -e go ]; do sleep 0.05; done';
    const command = await worker.startCommand('linux', 'shell', shellCommand(script));
    const { child, ended } = startBuildtray(['stop', '--graceful', dir()]);
    const [shown] = await once(child.stdout ?? child, 'data');
    expect(String(shown)).toMatch(/^waiting for linux \(linux: \/bin\/sh -c .* for \d+ s\)\n$/);
    expect(await statusOf()).toMatchObject({ status: { kind: 'draining', purpose: 'shut-down' } });
    await writeFile(`${dir()}/linux/go`, '');
    expect(await command.completed).toBe(null);
    expect(command.updates).toContainEqual(['rc', 0]);
    const { status, stdout } = await ended;
    expect({ status, last: stdout.trim().split('\n').at(-1) }).toEqual({
      status: 0,
      last: 'the worker has stopped gracefully',
    });
  });

  it('gracefully is left to itself by Ctrl-C', async () => {
    await madeWorker();
    const worker = await startedWorker();
    await stubbornCommand(worker);
    const { child, ended } = startBuildtray(['stop', '--graceful', dir()]);
    await once(child.stdout ?? child, 'data');
    child.kill('SIGINT');
    expect((await ended).status).toBe(1);
    expect((await ended).stdout).toContain('keeps running until its builds have finished');
    await waitFor(() => expect(worker.isGraceful).toBe(true));
    expect(await statusOf()).toMatchObject({ status: { kind: 'draining' } });
  });
});

describe('a directory that was removed', () => {
  it('is reported in one sentence', async () => {
    await madeWorker();
    await rm(dir(), { recursive: true });
    for (const verb of ['start', 'stop', 'status', 'logs']) {
      const { status, stdout, stderr } = await buildtray([verb, dir()]);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(/^buildtray: \S+ does not exist: .*\.\n$/);
    }
  });
});

describe('reload', () => {
  it('has the running worker follow its directory, and shows what waits for a connection', async () => {
    await madeWorker('--keepalive', '0');
    const worker = await startedWorker();
    const tacPath = `${dir()}/buildbot.tac`;
    const write = async (from: RegExp, to: string): Promise<void> =>
      writeFile(tacPath, (await readFile(tacPath, 'utf8')).replace(from, to));
    await write(/^keepalive = .*$/m, 'keepalive = 0.05');
    expect(await buildtray(['reload', dir()])).toEqual({
      status: 0,
      stdout: 'changed: keepalive\nall of the changes take effect now\n',
      stderr: '',
    });
    await waitFor(() => expect(worker.keepalives).toBeGreaterThan(0));
    await write(/^numcpus = .*$/m, 'numcpus = 5');
    expect((await buildtray(['reload', dir()])).stdout).toMatch(
      /^changed: numcpus\nsome of the changes wait for the next connection/,
    );
    const again = master.nextAttached();
    expect((await buildtray(['reload', '--reconnect', dir()])).stdout).toBe(
      'nothing has changed\nthe worker reconnects as soon as no build is running\n',
    );
    expect((await again).info.get('numcpus')).toBe(5);
  });

  it('leaves the worker as it is where the directory cannot be used, and needs one', async () => {
    await madeWorker();
    expect(await buildtray(['reload', dir()])).toMatchObject({
      status: 1,
      stderr: `buildtray: No worker runs in ${dir()}.\n`,
    });
    await startedWorker();
    await writeFile(`${dir()}/buildbot.tac`, 'nothing');
    expect(await buildtray(['reload', dir()])).toMatchObject({ status: 1, stdout: '' });
    expect(await statusOf()).toMatchObject({ status: { kind: 'idle' } });
    expect(await buildtray(['stop', '-q', dir()])).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('logs', () => {
  it('prints the newest lines of all files, and rotates when asked', async () => {
    await madeWorker();
    await writeFile(`${dir()}/worker.log.1`, 'one\ntwo\n');
    await writeFile(`${dir()}/worker.log`, 'three\nfour\n');
    expect((await buildtray(['logs', '-n', '3', dir()])).stdout).toBe('two\nthree\nfour\n');
    expect((await buildtray(['logs', '-n', '1', dir()])).stdout).toBe('four\n');
    expect((await buildtray(['logs', dir()])).stdout).toBe('one\ntwo\nthree\nfour\n');
    expect(await buildtray(['logs', '--rotate', dir()])).toMatchObject({ status: 1 });
    await startedWorker();
    expect(await buildtray(['logs', '--rotate', dir()])).toMatchObject({ status: 0 });
    expect(await readFile(`${dir()}/worker.log.2`, 'utf8')).toBe('one\ntwo\n');
    expect(await readFile(`${dir()}/worker.log.1`, 'utf8')).toMatch(/^three\nfour\n.*starts in/);
  });

  it('follows through a rotation', async () => {
    await madeWorker();
    await startedWorker();
    const { child, ended } = startBuildtray(['logs', '-f', '-n', '1', dir()]);
    let text = '';
    const hasBegun = once(child.stdout ?? child, 'data');
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
    });
    await hasBegun;
    for (let round = 0; round < 3; round += 1) {
      await buildtray(['logs', '--rotate', '-n', '0', dir()]);
    }
    await buildtray(['stop', '-q', dir()]);
    await waitFor(() => expect(text).toContain('has stopped'));
    child.kill();
    await ended;
    const whole = (
      await Promise.all(
        ['.3', '.2', '.1', ''].map((n) => readFile(`${dir()}/worker.log${n}`, 'utf8')),
      )
    ).join('');
    expect(whole.endsWith(text)).toBe(true);
    expect(text.match(/requested from outside: rotate-log/g)).toHaveLength(3);
  });

  it.each([
    [['-n', 'some'], 2, "--lines needs a number, not 'some'"],
    [[], 1, 'no worker has run there'],
  ])('refuses %j', async (options, status, sentence) => {
    await madeWorker();
    const ended = await buildtray(['logs', ...options, dir()]);
    expect(ended.status).toBe(status);
    expect(ended.stderr).toContain(sentence);
  });
});

describe('a directory that buildbot-worker runs', () => {
  it('is refused by start, shown by status and ended by stop', async () => {
    await madeWorker();
    const twistd = await startFakeTwistd(dir());
    await writeFile(`${dir()}/twistd.pid`, `${twistd.pid}`);
    const refused = await buildtray(['start', dir()]);
    expect(refused).toEqual({
      status: 1,
      stdout: '',
      stderr: `buildtray: ${dir()} is already run by buildbot-worker (process ${twistd.pid}); stop that one first.\n`,
    });
    expect((await buildtray(['status', dir()])).stdout).toContain(
      `run by buildbot-worker (process ${twistd.pid})`,
    );
    expect(await buildtray(['stop', '--graceful', dir()])).toMatchObject({ status: 1 });
    expect(await buildtray(['stop', dir()])).toMatchObject({ status: 0 });
    expect(await twistd.exit).toEqual([null, 'SIGTERM']);
  });
});

describe('pause', () => {
  it('lets the build end, stays away, and resume brings the worker back', async () => {
    await madeWorker();
    const worker = await startedWorker();
    await worker.startBuild('linux');
    const command = await worker.startCommand(
      'linux',
      'shell',
      shellCommand('until [ -e go ]; do sleep 0.05; done'),
    );
    expect(await buildtray(['pause', '--until-tomorrow', dir()])).toMatchObject({ status: 0 });
    expect(await statusOf()).toMatchObject({ status: { kind: 'draining', purpose: 'pause' } });
    await writeFile(`${dir()}/linux/go`, '');
    expect(await command.completed).toBeNull();
    await waitFor(async () =>
      expect(await statusOf()).toMatchObject({ status: { kind: 'paused' } }),
    );
    const again = master.nextAttached();
    expect(await buildtray(['resume', dir()])).toMatchObject({ status: 0 });
    await again;
  });

  it('is taken back by cancel', async () => {
    await madeWorker();
    const worker = await startedWorker();
    await worker.startBuild('linux');
    await worker.startCommand('linux', 'shell', shellCommand('exec sleep 60'));
    await buildtray(['pause', dir()]);
    expect(await buildtray(['cancel', dir()])).toMatchObject({ status: 0 });
    expect(await statusOf()).toMatchObject({ status: { kind: 'building' } });
  });

  it.each([
    [['--hours', 'soon'], "--hours needs a number of hours above 0, such as 1.5, not 'soon'."],
    [['--hours', '1', '--until-tomorrow'], '--hours and --until-tomorrow cannot be used together.'],
  ])('refuses %j', async (options, sentence) => {
    await madeWorker();
    expect(await buildtray(['pause', ...options, dir()])).toEqual({
      status: 2,
      stdout: '',
      stderr: `buildtray: ${sentence}\n`,
    });
  });

  it('needs a worker that runs', async () => {
    await madeWorker();
    expect(await buildtray(['resume', dir()])).toEqual({
      status: 1,
      stdout: '',
      stderr: `buildtray: No worker run by Buildtray was found in ${dir()}.\n`,
    });
  });
});

describe('builds', () => {
  it('of a worker in the background are kept, and shown while they run and afterwards', async () => {
    await madeWorker();
    expect((await buildtray(['builds', dir()])).stdout).toBe('No builds have run here yet.\n');
    const worker = await startedWorker();
    await worker.startBuild('linux');
    const script = 'echo hello; while [ ! -e go ]; do sleep 0.05; done';
    const command = await worker.startCommand('linux', 'shell', shellCommand(script));
    await waitFor(() => expect(command.text('stdout')).toContain('hello'));
    await waitFor(
      async () =>
        expect((await buildtray(['builds', dir()])).stdout).toMatch(
          /^\d{4}-\d\d-\d\d \d\d:\d\d {2}running {6}linux, \d+ s, 1 command, /,
        ),
      SLOWLY_MS,
    );
    await writeFile(`${dir()}/linux/go`, '');
    await command.completed;
    await buildtray(['stop', '-q', dir()]);
    const { stdout } = await buildtray(['builds', '--verbose', dir()]);
    expect(stdout).toMatch(/ {2}no errors {4}linux, \d+ s, 1 command, 6 B\n {4}exit 0, \d+ s: /);
    expect(stdout).toContain(`  (in ${dir()}/linux/`);
    expect((await buildtray(['builds', '-b', 'mac', dir()])).stdout).toBe('No matching builds.\n');
    expect((await buildtray(['builds', '-s', 'echo HELLO', dir()])).stdout).toContain('linux');
    const [build] = JSON.parse((await buildtray(['builds', '--json', dir()])).stdout);
    expect(build).toMatchObject({
      builderName: 'linux',
      outcome: 'ok',
      commands: [{ name: 'shell' }],
    });
    expect(await buildtray(['builds', '-n', '0', dir()])).toMatchObject({ status: 2 });
  });

  it('are forgotten by --clear, in the worker that runs, which keeps those that come', async () => {
    await madeWorker();
    const worker = await startedWorker();
    const run = async (script: string) => {
      await worker.startBuild('linux');
      return worker.startCommand('linux', 'shell', shellCommand(script));
    };
    await (await run('echo one')).completed;
    // The one before has ended with that.
    const running = await run('echo two; while [ ! -e go ]; do sleep 0.05; done');
    await waitFor(() => expect(running.text('stdout')).toContain('two'));
    const printed = (text: string) => ({ status: 0, stdout: `${text}\n`, stderr: '' });
    const whose = `the history of the worker in ${dir()}`;
    expect(await buildtray(['builds', '--clear', dir()])).toEqual(
      printed(`Removed 1 build from ${whose}.`),
    );
    await waitFor(
      async () =>
        expect((await buildtray(['builds', dir()])).stdout).toMatch(/^[^\n]* {2}running [^\n]*\n$/),
      SLOWLY_MS,
    );
    await writeFile(`${dir()}/linux/go`, '');
    await running.completed;
    await buildtray(['stop', '-q', dir()]);
    const left = JSON.parse((await buildtray(['builds', '--json', dir()])).stdout);
    expect(left).toMatchObject([{ builderName: 'linux', outcome: 'ok' }]);
    expect(await buildtray(['builds', '--clear', '--json', dir()])).toEqual(
      printed('{\n  "removed": 1\n}'),
    );
    expect(await buildtray(['builds', '--clear', dir()])).toEqual(
      printed(`The history of the worker in ${dir()} is already empty.`),
    );
  });

  it('are not forgotten one by one', async () => {
    await madeWorker();
    expect(await buildtray(['builds', '--clear', '-b', 'linux', dir()])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'buildtray: --clear removes the whole history: it cannot be combined with --builder.\n',
    });
  });
});
