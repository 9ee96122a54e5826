import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { appViewFrom } from '../../../../main/app/app-view.ts';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { HostedWorker } from '../../../../main/hosting/hosted-worker.ts';
import { succeeded } from '../../../../main/lib/outcome.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { noKeyring } from '../../../support/no-keyring.ts';
import { SAMPLE_PREFERENCES } from '../../../support/sample-preferences.ts';
import { SAMPLE_STATUSES } from '../../../support/sample-statuses.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const dir = temporaryBasedir();

const TAC = `
from buildbot_worker.bot import Worker
from twisted.application import service
application = service.Application('buildbot-worker')
s = Worker(
    None, None, 'w', 'open-sesame', '.',
    connection_string='unix:/run/open-sesame/master',
)
s.setServiceParent(application)
`;

const ABOUT = {
  version: '1',
  developmentRuntime: undefined,
  language: 'en',
  preferences: SAMPLE_PREFERENCES,
  hasTray: true,
  showsTrayNotice: false,
  rehearsal: undefined,
} as const;

it('names the master to tray and window without the secrets that its address holds', async () => {
  await writeFile(dir.at('buildbot.tac'), TAC);
  const hosted = new HostedWorker(
    { id: 'a1', basedir: dir.path },
    {
      keyring: noKeyring,
      perform: async () => succeeded(undefined),
      clearBuilds: async () => succeeded(0),
    },
  );
  const opened = await hosted.open();
  const view = appViewFrom(ABOUT, [hosted], 0, textsIn('en'));
  await hosted.close();
  expect(opened).toMatchObject({ ok: true });
  expect(view.workers[0]?.master).toBe('unix:/run/***/master');
  expect(JSON.stringify(view)).not.toContain('open-sesame');
});

it.each(SAMPLE_STATUSES.filter(isSettled))(
  'stays the same as time goes by while a worker is $kind, so that nothing is sent to a window',
  (status) => {
    const shown = {
      id: 'a1',
      name: 'w',
      master: 'ci:9989',
      basedir: '/w',
      status,
      passwordPlace: { kind: 'keyring', keyring: 'other' },
      leftRunning: [],
      worker: { builders: ['linux'] },
    } as const;
    const [first, later] = [0, 3_600_000].map((now) =>
      appViewFrom(ABOUT, [shown], now, textsIn('en')),
    );
    expect(later).toEqual(first);
  },
);

/** Nothing of it counts on or down. */
function isSettled({ kind }: WorkerStatus): boolean {
  return kind === 'stopped' || kind === 'idle';
}
