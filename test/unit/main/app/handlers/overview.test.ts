import { expect, it } from 'vitest';
import { overviewHandlers } from '../../../../../main/app/handlers/overview.ts';
import { WorkerFeeds } from '../../../../../main/hosting/feeds/worker-feeds.ts';
import { HostedWorker } from '../../../../../main/hosting/hosted-worker.ts';
import { succeeded } from '../../../../../main/lib/outcome.ts';
import { textsIn } from '../../../../../main/texts/texts.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { noKeyring } from '../../../../support/no-keyring.ts';

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
    workers: {
      find: () => hosted,
      remove: async () =>
        feeds.of('a1').follow({ kind: 'building', builders: ['linux'], commands: [] }),
      reorder: () => {},
      adopt: async () => succeeded(hosted),
    },
    keyring: noKeyring,
    questions: { mayLose: async () => true },
    texts: () => textsIn('en'),
    histories: { forget: async ({ id }: Pick<HostedWorker, 'id'>) => void forgotten.push(id) },
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
