import { describe, expect, it, vi } from 'vitest';
import { stop } from '../../../../../main/cli/verbs/stop.ts';
import { problem } from '../../../../../main/contract/problem.ts';
import { failed } from '../../../../../main/lib/outcome.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import {
  type FakeControl,
  REFUSED,
  stageBuildbotWorker,
  stageNone,
  stageRunning,
} from '../../../../support/staged-worker.ts';
import { waitFor } from '../../../../support/wait-for.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});
vi.mock('../../../../../main/cli/running-worker/end-worker-process.ts', () => ({
  endWorkerProcess: async (pid: number) => {
    ended.push(pid);
  },
  mustBeGone: async () => {},
}));

const ended: number[] = [];

async function stopped(options: { readonly graceful?: boolean; readonly quiet?: boolean } = {}) {
  ended.length = 0;
  const terminal = new FakeTerminal();
  const status = await stop.perform(['/w'], options, terminal);
  return { status, stdout: terminal.stdout, ended: [...ended] };
}

/** A worker that has a build to end when it is asked to shut down. */
function draining(): FakeControl {
  const control = stageRunning();
  const commands = [
    { commandId: '1', builderName: 'linux', name: 'shell', summary: 'make', startedAt: Date.now() },
  ];
  const drain = { kind: 'draining', purpose: 'shut-down', since: 0 } as const;
  control.onRequested = () => {
    control.changeTo({ ...drain, builders: ['linux'], commands });
    control.changeTo({ ...drain, builders: [], commands: [] });
  };
  return control;
}

describe('stop', () => {
  it('has nothing to do where no worker runs', async () => {
    stageNone();
    expect(await stopped()).toEqual({ status: 0, stdout: 'worker not running\n', ended: [] });
    expect(await stopped({ quiet: true })).toMatchObject({ status: 0, stdout: '' });
  });

  it('has the worker that the command line runs end itself, and signals nobody', async () => {
    const control = stageRunning();
    expect(await stopped()).toEqual({
      status: 0,
      stdout: 'worker process 7 has ended\n',
      ended: [],
    });
    expect(control.requested).toEqual([{ kind: 'stop' }]);
  });

  it('ends the process that holds the directory where the worker refuses', async () => {
    stageRunning().performed = failed({ kind: 'refused', refusal: 'no-directory' });
    expect(await stopped()).toMatchObject({ status: 0, ended: [7] });
  });

  it('ends buildbot-worker', async () => {
    stageBuildbotWorker();
    expect(await stopped()).toMatchObject({ status: 0, ended: [8] });
  });

  it('stops the worker of the tray app, and leaves the app alone', async () => {
    const control = stageRunning();
    control.now = { ...control.now, host: 'tray' };
    control.onRequested = () => control.changeTo({ kind: 'stopped', why: undefined });
    expect(await stopped()).toEqual({
      status: 0,
      stdout: 'the worker in /w has stopped; the tray app (process 7) keeps running\n',
      ended: [],
    });
    expect(control.isClosed).toBe(true);
  });
});

describe('stop --graceful', () => {
  it('shows what is waited for, and that the worker has stopped', async () => {
    const control = draining();
    const stopping = stopped({ graceful: true });
    await waitFor(() => expect(control.requested).toHaveLength(1));
    control.changeTo({ kind: 'stopped', why: undefined });
    expect(await stopping).toEqual({
      status: 0,
      stdout: [
        'waiting for linux (linux: make, for 0 s)',
        'waiting for the master to release the worker',
        'the worker has stopped gracefully\n',
      ].join('\n'),
      ended: [],
    });
  });

  it('is 1 when somebody cancels it', async () => {
    const control = draining();
    const stopping = stopped({ graceful: true });
    await waitFor(() => expect(control.requested).toHaveLength(1));
    control.changeTo({ kind: 'idle', builders: [] });
    const { status, stdout } = await stopping;
    expect(status).toBe(1);
    expect(stdout).toMatch(/the graceful shutdown was cancelled; the worker keeps running\n$/);
  });

  it('is 1 when Ctrl-C ends the waiting', async () => {
    const control = draining();
    const stopping = stopped({ graceful: true });
    await waitFor(() => expect(control.requested).toHaveLength(1));
    process.emit('SIGINT');
    const { status, stdout } = await stopping;
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /the worker keeps running until its builds have finished, and then stops\n$/,
    );
  });

  it('reports why the worker refuses', async () => {
    stageRunning().performed = REFUSED;
    await expect(stopped({ graceful: true })).rejects.toThrow('does not do that now');
  });

  it('reports that the worker does not answer', async () => {
    stageRunning().status = async () => failed(problem('control.noAnswer', { basedir: '/w' }));
    await expect(stopped({ graceful: true })).rejects.toThrow('does not answer');
  });

  it('is not for buildbot-worker, which takes it by signal or file', async () => {
    stageBuildbotWorker();
    await expect(stopped({ graceful: true })).rejects.toThrow('only on SIGHUP or shutdown.stamp');
  });
});
