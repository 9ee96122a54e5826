import { describe, expect, it } from 'vitest';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import type {
  BuildPlan,
  CommandPlan,
  StepPlan,
} from '../../main/rehearsal-master/build/build-plan.ts';
import { type BuildRecord, textOf } from '../../main/rehearsal-master/build/build-record.ts';
import { BuildRun } from '../../main/rehearsal-master/build/build-run.ts';
import { sampleBuild } from '../../main/rehearsal-master/sample/sample-build.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { waitFor } from '../support/wait-for.ts';
import { makeWorker, startMaster, untilStatus } from '../support/worker-rig.ts';

const basedir = temporaryBasedir();

async function attached(changes: Parameters<typeof startMaster>[1] = {}) {
  const master = await startMaster(0, changes);
  const made = makeWorker(basedir.path, master.port);
  const next = master.nextAttached();
  made.worker.start();
  const remote = await next;
  await untilStatus(made.worker, 'idle');
  return { ...made, master, remote };
}

function shell(command: string): CommandPlan {
  return { kind: 'shell', command };
}

function buildOf(...steps: readonly StepPlan[]): BuildPlan {
  return { builderName: 'linux', steps };
}

function run(remote: AttachedWorker, ...steps: readonly StepPlan[]): Promise<BuildRecord> {
  return BuildRun.start(remote, buildOf(...steps)).finished;
}

function resultsOf(build: BuildRecord): Record<string, string> {
  return Object.fromEntries([
    ['build', build.result],
    ...build.steps.map((step) => [step.name, step.result]),
  ]);
}

/** Begins a build; `printed` settles once its first output has come. */
function begin(remote: AttachedWorker, ...steps: readonly StepPlan[]) {
  let build: BuildRun | undefined;
  const printed = new Promise<void>((resolve) => {
    build = BuildRun.start(remote, buildOf(...steps), {
      onProgress: (progress) => {
        if (progress.kind === 'printed' && progress.chunk.stream === 'stdout') resolve();
      },
    });
  });
  if (build === undefined) throw new Error('no build was begun');
  return { build, printed };
}

const GO = 'while ! test -e ../../go; do sleep 0.02; done';

describe('a build', () => {
  it('brings files to the worker and takes files from it, whatever their size', async () => {
    const { remote } = await attached();
    const content = new Uint8Array(100_000).map((_, index) => index % 251);
    const build = await run(
      remote,
      { name: 'make', commands: [{ kind: 'mkdir', dir: 'build/deep' }] },
      {
        name: 'down',
        commands: [
          { kind: 'downloadFile', to: 'deep/full', content, mode: 0o600 },
          { kind: 'downloadFile', to: 'empty', content: new Uint8Array() },
        ],
      },
      { name: 'look', commands: [{ kind: 'stat', file: 'deep/full' }] },
      {
        name: 'up',
        commands: [
          { kind: 'uploadFile', from: 'deep/full' },
          { kind: 'uploadFile', from: 'empty' },
        ],
      },
    );
    expect(resultsOf(build)).toEqual({
      build: 'success',
      make: 'success',
      down: 'success',
      look: 'success',
      up: 'success',
    });
    const [, , look, up] = build.steps;
    expect(look?.values.get('stat')).toMatchObject({
      items: expect.arrayContaining([0o100600, content.length]),
    });
    expect(up?.uploads).toEqual(
      new Map([
        ['deep/full', content],
        ['empty', new Uint8Array()],
      ]),
    );
  });

  it('keeps what its steps print, by stream, and watched files', async () => {
    const { remote } = await attached();
    const build = await run(remote, {
      name: 'print',
      commands: [
        {
          kind: 'shell',
          command: 'echo out; echo err >&2; echo "$WHO" > notes; exit 3',
          env: { WHO: 'Ada' },
          logFiles: { notes: 'notes' },
        },
      ],
    });
    const [step] = build.steps;
    if (step === undefined) throw new Error('no step was recorded');
    expect([step.result, step.rc]).toEqual(['failure', 3]);
    expect(['stdout', 'stderr', 'notes'].map((stream) => textOf(step, stream))).toEqual([
      ...['out\n', 'err\n', 'Ada\n'],
    ]);
  });

  it('goes on after a failure, or halts but for what always runs', async () => {
    const { remote } = await attached();
    const steps = (haltOnFailure: boolean) =>
      [
        { name: 'bad', commands: [shell('exit 1')], haltOnFailure },
        { name: 'next', commands: [shell('true')] },
        { name: 'last', commands: [shell('true')], alwaysRun: true },
      ] as const;
    expect(resultsOf(await run(remote, ...steps(false)))).toEqual({
      build: 'failure',
      bad: 'failure',
      next: 'success',
      last: 'success',
    });
    expect(resultsOf(await run(remote, ...steps(true)))).toEqual({
      build: 'failure',
      bad: 'failure',
      next: 'skipped',
      last: 'success',
    });
  });

  it('takes the other way where the first has failed', async () => {
    const { remote } = await attached();
    const build = await run(remote, {
      name: 'unpack',
      commands: [{ kind: 'shell', command: ['no-such-program'] }],
      otherwise: [shell('echo otherwise')],
    });
    expect(build.result).toBe('success');
    expect(build.steps.map((step) => textOf(step, 'stdout'))).toEqual(['otherwise\n']);
  });

  it('calls a command that raises an exception, and goes no further', async () => {
    const { remote } = await attached();
    const build = await run(
      remote,
      { name: 'odd', commands: [{ kind: 'other', name: 'dance', args: {} }] },
      { name: 'next', commands: [shell('true')] },
    );
    expect(resultsOf(build)).toEqual({ build: 'exception', odd: 'exception', next: 'skipped' });
    expect(build.steps[0]?.failure).toContain("unrecognized WorkerCommand 'dance'");
  });

  it('ends when it is interrupted, and tidies up all the same', async () => {
    const { remote } = await attached();
    const { build, printed } = begin(
      remote,
      { name: 'long', commands: [shell('echo on; sleep 300'), shell('echo never')] },
      { name: 'next', commands: [shell('true')] },
      { name: 'clean', commands: [shell('true')], alwaysRun: true },
    );
    await printed;
    build.interrupt('enough');
    const record = await build.finished;
    expect(resultsOf(record)).toEqual({
      build: 'cancelled',
      long: 'cancelled',
      next: 'skipped',
      clean: 'success',
    });
    const [long] = record.steps;
    expect(long && textOf(long, 'header')).toContain('command interrupted');
    expect(long && textOf(long, 'stdout')).toBe('on\n');
  });

  it('is to be done again when the connection is lost', async () => {
    const { remote } = await attached();
    const { build, printed } = begin(
      remote,
      { name: 'long', commands: [shell('echo on; sleep 300')] },
      { name: 'clean', commands: [shell('true')], alwaysRun: true },
    );
    await printed;
    remote.drop();
    expect(resultsOf(await build.finished)).toEqual({
      build: 'retry',
      long: 'retry',
      clean: 'skipped',
    });
  });

  it('can follow another on the same worker, which keeps what the first has left', async () => {
    const { remote } = await attached();
    const before = [remote.broker.localObjectCount, remote.broker.remoteObjectCount];
    await run(remote, { name: 'write', commands: [shell('echo first > kept')] });
    const second = await run(remote, { name: 'read', commands: [shell('cat kept')] });
    expect(second.steps.map((step) => textOf(step, 'stdout'))).toEqual(['first\n']);
    await waitFor(() =>
      expect([remote.broker.localObjectCount, remote.broker.remoteObjectCount]).toEqual(before),
    );
  });
});

describe('a worker that asks to leave', () => {
  it('ends its build, gets no other, and is released when the build has ended', async () => {
    const { remote, worker } = await attached();
    const finished = new Promise((resolve) => worker.onFinished(resolve));
    const { build, printed } = begin(
      remote,
      { name: 'long', commands: [shell(`echo on; ${GO}`)] },
      { name: 'after', commands: [shell('echo still here')] },
    );
    await printed;
    expect(await worker.shutDownGracefully()).toMatchObject({ ok: true });
    expect(worker.status.kind).toBe('draining');
    await expect(run(remote, { name: 'x', commands: [] })).rejects.toThrow('leaving');
    const go = await remote.startCommand('docs', 'shell', {
      command: 'touch ../../go',
      workdir: 'b',
    });
    await go.completed;
    expect(resultsOf(await build.finished)).toEqual({
      build: 'success',
      long: 'success',
      after: 'success',
    });
    expect(await finished).toEqual({ kind: 'drained', purpose: 'shut-down' });
  });

  it('is released at once when nothing runs', async () => {
    const { worker } = await attached();
    const finished = new Promise((resolve) => worker.onFinished(resolve));
    await worker.shutDownGracefully();
    expect(await finished).toEqual({ kind: 'drained', purpose: 'shut-down' });
  });
});

describe('a second worker of a name', () => {
  it('takes the place of one that answers no more', async () => {
    const clock = new FakeClock();
    const { master, remote } = await attached({ clock });
    remote.stopReading();
    const next = master.nextAttached();
    const { worker } = makeWorker(basedir.at('second'), master.port);
    worker.start();
    await waitFor(() => expect(clock.pendingTimers).toBe(1));
    clock.advance(10_000);
    expect(await next).not.toBe(remote);
    await remote.ended;
  });
});

it('the sample is built with the results that are meant', async () => {
  const { remote } = await attached({ builders: ['sample'] });
  const plan = await sampleBuild({ platform: process.platform, pauseSeconds: 0 });
  const build = await BuildRun.start(remote, plan).finished;
  expect(resultsOf(build)).toEqual({
    build: 'failure',
    checkout: 'success',
    compile: 'success',
    test: 'success',
    upload: 'success',
    style: 'failure',
    clean: 'success',
  });
  const report = build.steps[3]?.uploads.get('report.txt');
  expect(Buffer.from(report ?? []).toString()).toMatch(/^ok 1 - Hello, world!\n.*0 failures\n$/s);
});
