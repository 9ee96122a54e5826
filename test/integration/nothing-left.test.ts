import { execFile, spawnSync } from 'node:child_process';
import { appendFile, readdir, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { killByForce } from '../../main/system/running-process.ts';
import { buildtray } from '../support/command-line.ts';
import { leaving, shellArguments, WAYS_TO_LEAVE } from '../support/daemon-commands.ts';
import { isRunning } from '../support/is-running.ts';
import { onlyIf } from '../support/only-on.ts';
import { processesIn } from '../support/processes-in.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { waitFor } from '../support/wait-for.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** Runs a program where no control group can be made, as in most terminals and containers. */
const WITHOUT_GROUPS = [
  'unshare',
  '--mount',
  '/bin/sh',
  '-c',
  'mount -t tmpfs none /sys/fs/cgroup && exec "$@"',
  'sh',
];
const MANY = 100;
const temporary = temporaryBasedir();
const dir = () => temporary.at('worker');

let master: RehearsalMaster;

beforeEach(async () => {
  master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });
  const address = `127.0.0.1:${master.port}`;
  await buildtray(['create-worker', '-q', dir(), address, 'w1', 'secret']);
});

afterEach(async () => {
  await buildtray(['stop', '-q', dir()]);
  await master.close();
});

function worksIn(place: readonly string[]): boolean {
  const [program = 'true', ...words] = [...place, 'true'];
  return process.platform === 'linux' && spawnSync(program, words).status === 0;
}

async function pidIn(path: string): Promise<number> {
  await waitFor(() => stat(path));
  return Number.parseInt(await readFile(path, 'utf8'), 10);
}

async function guardianOf(worker: number): Promise<number> {
  for (const name of await readdir('/proc')) {
    const words = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    const all = words.split('\0');
    if (all.includes('buildtray-guardian') && all.includes(`${worker}`)) return Number(name);
  }
  throw new Error(`worker ${worker} has no guardian`);
}

describe.each([
  { where: 'a control group can be made, or not, as it is here', place: [] },
  { where: 'no control group can be made', place: WITHOUT_GROUPS },
])('where $where', ({ place }) => {
  const possible = onlyIf(worksIn(place), 'needs Linux, and rights to hide the control groups');

  /** Starts the worker in the background, with a build that has begun. */
  async function startedWorker(): Promise<{ attached: AttachedWorker; pid: number }> {
    const attaching = master.nextAttached();
    const words = [...place, process.execPath, 'out/cli/buildtray.js', 'start', '-q', dir()];
    const [program = '', ...rest] = words;
    await promisify(execFile)(program, rest);
    const attached = await attaching;
    await attached.startBuild('linux');
    return { attached, pid: await pidIn(`${dir()}/buildtray.pid`) };
  }

  it('nothing of a build outlives a worker that was killed', possible, async () => {
    const { attached, pid } = await startedWorker();
    const ways = Object.keys(WAYS_TO_LEAVE) as (keyof typeof WAYS_TO_LEAVE)[];
    const script = [...ways.map((way) => leaving(way, way)), 'exec env -i sleep 600'].join('\n');
    await attached.startCommand('linux', 'shell', shellArguments(script));
    const pids = await Promise.all(ways.map((way) => pidIn(`${dir()}/linux/${way}`)));
    expect(pids.map(isRunning)).toEqual([true, true, true, true]);
    process.kill(pid, 'SIGKILL');
    await waitFor(async () => expect(await processesIn(`${dir()}/linux`)).toEqual([]));
    expect(pids.map(isRunning)).toEqual([false, false, false, false]);
  });

  it('a daemon with an emptied environment ends with its build', possible, async () => {
    const { attached } = await startedWorker();
    const script = `${leaving('daemon', 'left')}\nwhile ! test -f left; do sleep 0.01; done`;
    const command = await attached.startCommand('linux', 'shell', shellArguments(script));
    await command.completed;
    const daemon = await pidIn(`${dir()}/linux/left`);
    expect(isRunning(daemon)).toBe(true);
    await attached.startBuild('linux');
    await waitFor(() => expect(isRunning(daemon)).toBe(false));
  });

  it('what leaves its session at once ends with its build', possible, async () => {
    const { attached } = await startedWorker();
    const script = 'setsid sleep 600 > /dev/null 2>&1 < /dev/null &';
    for (let n = 0; n < MANY; n++) {
      const command = await attached.startCommand('linux', 'shell', shellArguments(script));
      await command.completed;
    }
    await attached.startBuild('linux');
    await waitFor(async () => expect(await processesIn(`${dir()}/linux`)).toEqual([]));
  });

  it('what is to be left outlives a worker that was killed', possible, async () => {
    await appendFile(`${dir()}/buildbot.tac`, "\nbuildtray_leftover_processes = 'leave'\n");
    const { attached, pid } = await startedWorker();
    const script = `${leaving('plain', 'left')}\nwhile ! test -f left; do sleep 0.01; done`;
    const command = await attached.startCommand('linux', 'shell', shellArguments(script));
    await command.completed;
    const left = await pidIn(`${dir()}/linux/left`);
    onTestFinished(() => killByForce(left));
    // What runs still is the worker's to end.
    const running = await attached.startCommand(
      'linux',
      'shell',
      shellArguments('echo $$ > running; exec sleep 600'),
    );
    void running.completed.catch(() => {});
    const runs = await pidIn(`${dir()}/linux/running`);
    const guardian = await guardianOf(pid);
    process.kill(pid, 'SIGKILL');
    await waitFor(() => expect([isRunning(runs), isRunning(guardian)]).toEqual([false, false]));
    expect(isRunning(left)).toBe(true);
  });

  it('the guardian ends with a worker that stops in order', possible, async () => {
    const { pid } = await startedWorker();
    const guardian = await waitFor(() => guardianOf(pid));
    await buildtray(['stop', '-q', dir()]);
    await waitFor(() => expect(isRunning(guardian)).toBe(false));
  });
});
