import { readdir } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import type { WorkEvent } from '../../../../main/contract/builds/work-event.ts';
import type {
  CommandOutput,
  WorkerStatus,
} from '../../../../main/contract/worker/worker-status.ts';
import { KeptOutputs } from '../../../../main/history/output/kept-outputs.ts';
import { type EndedBuild, WorkerHistories } from '../../../../main/hosting/worker-histories.ts';
import { Emitter } from '../../../../main/lib/emitter.ts';
import { succeeded } from '../../../../main/lib/outcome.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const dir = temporaryBasedir();
const opened: WorkerHistories[] = [];
afterEach(async () => {
  for (const histories of opened.splice(0)) await histories.close();
});

async function followWorker() {
  const clock = new FakeClock();
  const announced: string[] = [];
  const endedBuilds: EndedBuild[] = [];
  const outputs = new KeptOutputs({
    dir: dir.at('output'),
    rules: () => ({ keptOutputs: 'all', keptOutputBytes: 1_000_000, keptOutputDays: 1 }),
    warn: () => {},
  });
  const histories = new WorkerHistories({
    pathOf: (basedir: string) => dir.at(`${basedir}.jsonl`),
    outputs,
    clock,
    warn: () => {},
    announce: (workerId) => announced.push(workerId),
    onEnded: (ended) => endedBuilds.push(ended),
  });
  opened.push(histories);
  const worked = new Emitter<WorkEvent>();
  const printed = new Emitter<CommandOutput>();
  let status: WorkerStatus = { kind: 'building', builders: ['linux'], commands: [] };
  const hosted = {
    id: 'a/1',
    basedir: 'w',
    get status() {
      return status;
    },
    onWorked: worked.on.bind(worked),
    onPrinted: printed.on.bind(printed),
  };
  await histories.follow(hosted);
  const build = (ms: number, { isOpen = false, prints = '' } = {}): void => {
    const builderName = 'linux';
    const command = {
      commandId: '1',
      name: 'shell',
      summary: 'make',
      argv: undefined,
      workdir: '/',
    };
    worked.emit({ kind: 'build-started', builderName, at: clock.now(), isAnnounced: true });
    worked.emit({ kind: 'command-started', builderName, at: clock.now(), command });
    if (prints !== '') {
      printed.emit({ commandId: '1', builderName, stream: 'stdout', text: prints });
    }
    if (isOpen) return;
    clock.advance(ms);
    const end = { kind: 'exited', rc: 0 } as const;
    const ended = { kind: 'command-ended', builderName, at: clock.now(), commandId: '1' } as const;
    worked.emit({ ...ended, durationMs: ms, outputBytes: 1, end });
    worked.emit({ kind: 'build-ended', builderName, at: clock.now() });
  };
  const setStatus = (next: WorkerStatus): void => {
    status = next;
  };
  return { clock, histories, hosted, announced, endedBuilds, build, setStatus };
}

it('keeps what a worker reports, and announces it at most a few times a second', async () => {
  const { clock, histories, announced, build } = await followWorker();
  build(0);
  build(0);
  expect(announced).toEqual([]);
  clock.advance(300);
  expect(announced).toEqual(['a/1']);
  const query = {
    builderName: undefined,
    outcome: undefined,
    text: '',
    offset: 0,
    limit: 9,
  };
  expect((await histories.of('a/1')?.find(query))?.kept).toBe(2);
  await histories.close();
  expect(await readdir(dir.path)).toEqual(['w.jsonl']);
});

it('reports each build that has ended, with whose it was', async () => {
  const { endedBuilds, build } = await followWorker();
  build(0, { isOpen: true });
  expect(endedBuilds).toEqual([]);
  build(5_000);
  expect(endedBuilds).toMatchObject([{ workerId: 'a/1', builderName: 'linux', outcome: 'ok' }]);
});

it('estimates how long the running builds will take, and nothing while none runs', async () => {
  const { clock, histories, hosted, build, setStatus } = await followWorker();
  build(60_000);
  build(0, { isOpen: true });
  const startedAt = clock.now();
  clock.advance(20_000);
  const estimate = { totalMs: 60_000, remainingMs: 40_000, builds: 1 };
  expect(histories.estimates(hosted)).toEqual([{ builderName: 'linux', startedAt, estimate }]);
  setStatus({ kind: 'idle', builders: ['linux'] });
  expect(histories.estimates(hosted)).toEqual([]);
});

it('knows how far the running builds are on average', async () => {
  const { clock, histories, hosted, build, setStatus } = await followWorker();
  expect(histories.progress([hosted])).toBeUndefined();
  build(60_000);
  build(0, { isOpen: true });
  clock.advance(15_000);
  expect(histories.progress([hosted])).toBe(0.25);
  clock.advance(600_000);
  expect(histories.progress([hosted])).toBe(1);
  setStatus({ kind: 'idle', builders: ['linux'] });
  expect(histories.progress([hosted])).toBeUndefined();
});

it('counts what ran since a time: of a build across it only what came after', async () => {
  const { clock, histories, build } = await followWorker();
  build(30_000);
  const from = clock.now() + 1;
  clock.advance(2);
  expect(histories.workSince(from)).toEqual({ builds: 0, buildMs: 0 });
  build(60_000);
  build(0, { isOpen: true });
  clock.advance(5_000);
  expect(histories.workSince(from)).toEqual({ builds: 2, buildMs: 65_000 });
  expect(histories.workSince(clock.now())).toEqual({ builds: 1, buildMs: 0 });
});

it('forgets what a worker has built, and announces it', async () => {
  const { clock, histories, announced, build } = await followWorker();
  build(0);
  clock.advance(300);
  expect(await histories.clear('a/1')).toEqual(succeeded(1));
  clock.advance(300);
  expect(announced).toEqual(['a/1', 'a/1']);
  expect(await histories.clear('gone')).toEqual(succeeded(0));
});

it('has the builds that ended last of all workers, newest first', async () => {
  const { clock, histories, build } = await followWorker();
  expect(histories.lastEnded(2)).toEqual([]);
  build(1_000);
  build(2_000);
  build(3_000);
  build(0, { isOpen: true });
  const last = histories.lastEnded(2);
  expect(last).toMatchObject([
    { workerId: 'a/1', builderName: 'linux', outcome: 'ok', endedAt: clock.now() },
    { workerId: 'a/1', outcome: 'ok' },
  ]);
  expect(last).toHaveLength(2);
  // Asked for every second: the same as long as nothing has happened.
  expect(histories.lastEnded(2)).toBe(last);
  await histories.clear('a/1');
  expect(histories.lastEnded(2)).toEqual([]);
});

it('keeps the builds of a worker whose directory has moved', async () => {
  const { histories, hosted, build } = await followWorker();
  build(1_000);
  await histories.moved(hosted, 'elsewhere');
  expect(await readdir(dir.path)).toEqual(['elsewhere.jsonl']);
  await histories.follow({ ...hosted, basedir: 'elsewhere' });
  expect(histories.lastEnded(5)).toHaveLength(1);
});

it('removes the file of a worker that was removed', async () => {
  const { histories, hosted, build } = await followWorker();
  build(1);
  await histories.forget(hosted);
  expect(await readdir(dir.path)).toEqual([]);
  expect(histories.of('a/1')).toBeUndefined();
});

it('keep what a worker prints, and remove it with the worker', async () => {
  const { histories, hosted, build } = await followWorker();
  build(1, { prints: 'one\n' });
  await histories.close();
  expect(await readdir(dir.at('output'))).toHaveLength(1);
  await histories.forget(hosted);
  expect(await readdir(dir.at('output'))).toEqual([]);
});
