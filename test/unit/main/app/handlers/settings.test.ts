import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { settingsHandlers } from '../../../../../main/app/handlers/settings.ts';
import { renderTac } from '../../../../../main/basedir/tac/render-tac.ts';
import { succeeded } from '../../../../../main/lib/outcome.ts';
import { textsIn } from '../../../../../main/texts/texts.ts';
import { hostedWorkerIn } from '../../../../support/hosted-worker-in.ts';
import { reversingKeyring } from '../../../../support/reversing-keyring.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { CONFIG } from '../../basedir/tac/configs.ts';

const basedir = temporaryBasedir();

/** The worker `a1`, which has not been opened. */
async function handlers() {
  const config = { ...CONFIG, basedir: basedir.path };
  await writeFile(basedir.at('buildbot.tac'), renderTac(config, { isRelocatable: false }));
  const hosted = hostedWorkerIn(basedir.path, reversingKeyring);
  const done: string[] = [];
  const settings = settingsHandlers({
    workers: {
      find: (id) => (id === 'a1' ? hosted : undefined),
      savePassword: (worker, encrypted) => void done.push(`${worker.id} ${encrypted}`),
      begin: async (worker) => {
        done.push(`begin ${worker.id}`);
        return succeeded(undefined);
      },
    },
    keyring: reversingKeyring,
    texts: () => textsIn('en'),
  });
  return { settings, done };
}

it('shows, previews and saves what the directory has; a worker that could not run begins', async () => {
  const { settings, done } = await handlers();
  const page = await settings.load('a1');
  if (!page.ok) throw new Error(page.problem);
  expect(page.value.settings).toContainEqual(
    expect.objectContaining({ name: 'keepalive', value: CONFIG.keepalive }),
  );
  const changes = { workerId: 'a1', settings: { keepalive: 7 }, extras: {} };
  expect(await settings.preview(changes)).toMatch(/^keepalive = 7$/m);
  const saved = await settings.save({ ...changes, version: page.value.version });
  expect(saved).toMatchObject({ ok: true, value: { problem: undefined } });
  expect(await readFile(basedir.at('buildbot.tac'), 'utf8')).toMatch(/^keepalive = 7$/m);
  expect(done).toEqual(['begin a1']);
});

it('refuses everything for a worker that was removed', async () => {
  const { settings } = await handlers();
  const sentence = textsIn('en').refusals.workerGone;
  const changes = { workerId: 'b9', settings: {}, extras: {} };
  expect(await settings.load('b9')).toEqual({ ok: false, problem: sentence });
  expect(await settings.preview(changes)).toBeUndefined();
  expect(await settings.save({ ...changes, version: '' })).toEqual({
    ok: false,
    problem: { kind: 'refused', name: undefined, sentence },
  });
});
