import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { PosixProcessTree } from '../../../../../../main/worker/process/tree/posix-process-tree.ts';
import { createProcessMark } from '../../../../../../main/worker/process/tree/process-mark.ts';
import { isRunning } from '../../../../../support/is-running.ts';
import { onlyOn } from '../../../../../support/only-on.ts';
import { waitFor } from '../../../../../support/wait-for.ts';

/** A shell that leads a session of its own, once it has printed the pids of what it started. */
async function started(script: string, variable: Readonly<Record<string, string>> = {}) {
  const child = spawn('sh', ['-c', script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH, ...variable },
  });
  const [printed] = await once(child.stdout, 'data');
  const pids = String(printed).trim().split(/\s+/).map(Number);
  onTestFinished(() => [child.pid ?? 0, ...pids].forEach(end));
  return { child, leader: child.pid ?? 0, pids };
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

const gone = (child: ChildProcess) => once(child, 'exit');
const onLinux = onlyOn('linux', 'only Linux shows the processes without a program');

describe('the tree of a process', onLinux, () => {
  it('is its group and what it started, and ends by one signal', async () => {
    const { child, leader, pids } = await started('sleep 300 & sleep 301 & echo $! $$; wait');
    const tree = new PosixProcessTree(leader, createProcessMark(), process.cwd());
    expect(tree.survivors()).toEqual(expect.arrayContaining([leader, ...pids]));
    const ended = gone(child);
    tree.signal('KILL');
    await ended;
    await waitFor(() => expect(tree.survivors()).toEqual([]));
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('holds a child in a session of its own, by the parent', async () => {
    const { leader, pids } = await started('setsid sh -c "echo \\$\\$; sleep 300; :" & wait');
    const tree = new PosixProcessTree(leader, createProcessMark(), process.cwd());
    expect(tree.survivors()).toEqual(expect.arrayContaining(pids));
    tree.signal('KILL');
    await waitFor(() => expect(pids.filter(isRunning)).toEqual([]));
  });

  it('holds what has left session and parent, by the mark', async () => {
    const mark = createProcessMark();
    const script = 'setsid sh -c "echo \\$\\$; sleep 300; :" & exit 0';
    const { child, leader, pids } = await started(script, mark.variable);
    const tree = new PosixProcessTree(leader, mark, process.cwd());
    if (child.exitCode === null) await gone(child);
    expect(tree.survivors()).toEqual(expect.arrayContaining(pids));
    tree.signal('KILL');
    await waitFor(() => expect(pids.filter(isRunning)).toEqual([]));
  });

  it('holds nothing of another command', async () => {
    const one = await started('echo $$; sleep 300');
    const other = await started('echo $$; sleep 300');
    new PosixProcessTree(one.leader, createProcessMark(), process.cwd()).signal('KILL');
    await waitFor(() => expect(isRunning(one.leader)).toBe(false));
    expect(isRunning(other.leader)).toBe(true);
  });

  it('does no harm once it has ended, nor by a signal that there is not', async () => {
    const { child, leader } = await started('echo $$; sleep 300');
    const tree = new PosixProcessTree(leader, createProcessMark(), process.cwd());
    tree.signal('NO_SUCH');
    expect(isRunning(leader)).toBe(true);
    const ended = gone(child);
    tree.signal('TERM');
    await ended;
    tree.signal('KILL');
    await waitFor(() => expect(tree.survivors()).toEqual([]));
  });
});
