import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { appViewFrom } from '../../../../main/app/app-view.ts';
import { HostedWorker } from '../../../../main/hosting/hosted-worker.ts';
import { succeeded } from '../../../../main/lib/outcome.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { noKeyring } from '../../../support/no-keyring.ts';
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
  const about = {
    version: '1',
    developmentRuntime: undefined,
    language: 'en',
    preferences: { theme: 'system', language: 'en', startHidden: true, notifications: true },
    showsTrayNotice: false,
    rehearsal: undefined,
  } as const;
  const view = appViewFrom(about, [hosted], 0, textsIn('en'));
  await hosted.close();
  expect(opened).toMatchObject({ ok: true });
  expect(view.workers[0]?.master).toBe('unix:/run/***/master');
  expect(JSON.stringify(view)).not.toContain('open-sesame');
});
