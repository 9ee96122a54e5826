import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type OverviewDelegate,
  overviewHandlers,
} from '../../../../../main/app/handlers/overview.ts';
import { renderTac } from '../../../../../main/basedir/tac/render-tac.ts';
import { WorkerFeeds } from '../../../../../main/hosting/feeds/worker-feeds.ts';
import { HostedWorker } from '../../../../../main/hosting/hosted-worker.ts';
import { succeeded } from '../../../../../main/lib/outcome.ts';
import { textsIn } from '../../../../../main/texts/texts.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { hostedWorkerIn } from '../../../../support/hosted-worker-in.ts';
import { noKeyring } from '../../../../support/no-keyring.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { CONFIG } from '../../basedir/tac/configs.ts';

const temporary = temporaryBasedir();

/** One worker, `a1`, to which nothing happens. */
function calmDelegate(hosted: HostedWorker): OverviewDelegate {
  return {
    clock: new FakeClock(),
    workers: {
      all: [hosted],
      find: (id) => (id === 'a1' ? hosted : undefined),
      remove: async () => {},
      reorder: () => {},
      adopt: async () => succeeded(hosted),
      hasDirectory: () => false,
      relocate: async () => succeeded(undefined),
    },
    keyring: noKeyring,
    questions: { mayLose: async () => true },
    texts: () => textsIn('en'),
    histories: {
      forget: async () => {},
      moved: async () => {},
      workSince: () => ({ builds: 0, buildMs: 0 }),
    },
    feeds: { forget: () => {}, recentOutput: () => [], leave: () => {} },
    askForDirectory: async () => undefined,
    showFile: () => {},
  };
}

it('keeps nothing of a worker that was removed, though it still reports that it stops', async () => {
  const feeds = new WorkerFeeds({
    clock: new FakeClock(),
    isWatched: () => true,
    send: () => {},
  });
  const hosted = new HostedWorker(
    { id: 'a1', basedir: '/w' },
    {
      keyring: noKeyring,
      perform: async () => succeeded(undefined),
      clearBuilds: async () => succeeded(0),
    },
  );
  feeds.of('a1').add({ builderName: 'linux', commandId: '1', stream: 'stdout', text: 'ok\n' });
  const forgotten: string[] = [];
  const delegate = {
    ...calmDelegate(hosted),
    workers: {
      ...calmDelegate(hosted).workers,
      remove: async () =>
        feeds.of('a1').follow({ kind: 'building', builders: ['linux'], commands: [] }),
    },
    histories: {
      ...calmDelegate(hosted).histories,
      forget: async ({ id }: Pick<HostedWorker, 'id'>) => void forgotten.push(id),
    },
    feeds,
  };
  const removed = await overviewHandlers(delegate).remove({
    workerId: 'a1',
    deletesDirectory: false,
  });
  expect(removed).toEqual({ ok: true, value: true });
  expect(feeds.recentOutput('a1')).toEqual([]);
  expect(forgotten).toEqual(['a1']);
});

describe('a directory that has to be located', () => {
  /** The worker of a directory that is gone; the user chooses another. */
  function located(chosen: string | undefined, taken: readonly string[] = []) {
    const hosted = hostedWorkerIn('/gone');
    const done: string[] = [];
    const calm = calmDelegate(hosted);
    const handlers = overviewHandlers({
      ...calm,
      workers: {
        ...calm.workers,
        hasDirectory: (path) => taken.includes(path),
        relocate: async (_hosted, path) => {
          done.push(`relocate ${path}`);
          return succeeded(undefined);
        },
      },
      histories: {
        ...calm.histories,
        moved: async ({ basedir }, path) => void done.push(`${basedir} to ${path}`),
      },
      askForDirectory: async () => chosen,
      showFile: (path) => done.push(`show ${path}`),
    });
    return { handlers, done };
  }

  async function workerDirectory(): Promise<string> {
    const path = temporary.at('w');
    await mkdir(path, { recursive: true });
    const config = { ...CONFIG, basedir: path };
    await writeFile(join(path, 'buildbot.tac'), renderTac(config, { isRelocatable: false }));
    return path;
  }

  it('is the worker’s from then on, with what it has built', async () => {
    const path = await workerDirectory();
    const { handlers, done } = located(path);
    expect(await handlers.locate('a1')).toEqual({ ok: true, value: true });
    expect(done).toEqual([`/gone to ${path}`, `relocate ${path}`]);
  });

  it('stays as it is when the dialog is dismissed', async () => {
    const { handlers, done } = located(undefined);
    expect(await handlers.locate('a1')).toEqual({ ok: true, value: false });
    expect(done).toEqual([]);
  });

  it('has to hold a worker, and none of the others', async () => {
    await mkdir(temporary.at('empty'));
    const empty = located(temporary.at('empty'));
    expect(await empty.handlers.locate('a1')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('Not a worker directory'),
    });
    const path = await workerDirectory();
    const other = located(path, [path]);
    expect(await other.handlers.locate('a1')).toEqual({
      ok: false,
      problem: `A worker is already running in ${path}.`,
    });
    expect([...empty.done, ...other.done]).toEqual([]);
    expect(await other.handlers.locate('b9')).toMatchObject({ ok: false });
  });

  it('is shown by its file', async () => {
    const { handlers, done } = located(undefined);
    await handlers.showFile('a1');
    expect(done).toEqual([`show ${join('/gone', 'buildbot.tac')}`]);
  });
});

describe('today', () => {
  it('begins at midnight, and has room where there is least', async () => {
    const calm = calmDelegate(hostedWorkerIn(temporary.path));
    const asked: number[] = [];
    const { today } = overviewHandlers({
      ...calm,
      histories: {
        ...calm.histories,
        workSince(at) {
          asked.push(at);
          return { builds: 3, buildMs: 60_000 };
        },
      },
    });
    const found = await today();
    expect(found).toMatchObject({ builds: 3, buildMs: 60_000, busyShare: undefined });
    expect(found.freeBytes).toBeGreaterThan(0);
    const [from = 0] = asked;
    expect(new Date(from).toTimeString()).toMatch(/^00:00:00/);
    expect(calm.clock.now() - from).toBeLessThanOrEqual(25 * 60 * 60_000);
  });

  it('knows no room where no directory can be looked at', async () => {
    const { today } = overviewHandlers(calmDelegate(hostedWorkerIn('/gone')));
    expect((await today()).freeBytes).toBeUndefined();
  });
});
