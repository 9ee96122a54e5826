import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { NewWorker } from '../../../../../main/adding/make-worker.ts';
import { addWorkerHandlers } from '../../../../../main/app/handlers/add-worker.ts';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import { failed, succeeded } from '../../../../../main/lib/outcome.ts';
import { textsIn } from '../../../../../main/texts/texts.ts';
import { hostedWorkerIn } from '../../../../support/hosted-worker-in.ts';
import { noKeyring } from '../../../../support/no-keyring.ts';
import { OLD_TAC } from '../../../../support/tac-fixtures.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

const draft = () => ({
  settings: {
    host: 'ci.example.org',
    port: '9989',
    workerName: 'w1',
    password: 'p',
    basedir: basedir.at('w'),
  },
  hostinfo: { admin: '', host: '', accessUri: '' },
  isRelocatable: false,
});

function handlersWith({ known = '', refusal = '' } = {}) {
  const adopted: NewWorker[] = [];
  const handlers = addWorkerHandlers({
    workers: {
      hasDirectory: (path) => path === known,
      adopt: async (made) => {
        adopted.push(made);
        return refusal === ''
          ? succeeded(hostedWorkerIn(made.basedir))
          : failed(foreignProblem(refusal));
      },
    },
    keyring: noKeyring,
    texts: () => textsIn('en'),
    askForDirectory: async () => '/chosen',
    askForFile: async () => undefined,
    clipboardText: async () => 'a mail',
    takeLink: () => undefined,
  });
  return { handlers, adopted };
}

it('makes a worker from the form, and the app adopts it', async () => {
  const { handlers, adopted } = handlersWith();
  expect(await handlers.add(draft())).toEqual(succeeded('a1'));
  expect(adopted).toEqual([{ basedir: basedir.at('w') }]);
  expect(existsSync(basedir.at('w', 'buildbot.tac'))).toBe(true);
});

it('adopts nothing while the form has a problem', async () => {
  const { handlers, adopted } = handlersWith();
  const { settings, ...rest } = draft();
  const made = await handlers.add({ ...rest, settings: { ...settings, port: '0' } });
  expect(made).toMatchObject({ ok: false, problem: [{ field: 'port' }] });
  expect(adopted).toEqual([]);
});

it('reports why a worker that was made cannot run, at no field of its own', async () => {
  const { handlers } = handlersWith({ refusal: 'It runs already.' });
  expect(await handlers.add(draft())).toEqual(
    failed([{ field: undefined, sentence: 'It runs already.' }]),
  );
});

it('adopts a directory that is there once, and refuses one that it has', async () => {
  await writeFile(basedir.at('buildbot.tac'), OLD_TAC);
  const request = { path: basedir.path, upgrades: false };
  const { handlers, adopted } = handlersWith();
  expect(await handlers.openDirectory(request)).toEqual(succeeded('a1'));
  expect(adopted).toEqual([{ basedir: basedir.path }]);
  const again = handlersWith({ known: basedir.path });
  expect(await again.handlers.openDirectory(request)).toEqual(
    failed(textsIn('en').refusals.hasWorker(basedir.path)),
  );
  expect(again.adopted).toEqual([]);
});

it('reads what was dropped or pasted, with problems in words', async () => {
  const { handlers } = handlersWith();
  await writeFile(basedir.at('buildbot.tac'), OLD_TAC);
  expect(await handlers.lookAt(basedir.path)).toMatchObject({ value: { workerName: 'old' } });
  expect(await handlers.readTac('no worker')).toMatchObject({
    ok: false,
    problem: expect.stringContaining('buildbot.tac'),
  });
});
