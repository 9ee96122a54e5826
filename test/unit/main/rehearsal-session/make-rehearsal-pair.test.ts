import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { makeRehearsalPair } from '../../../../main/rehearsal-session/make-rehearsal-pair.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

it('is a worker of a real directory and the one master that knows its password', async () => {
  const pair = await makeRehearsalPair({ path: temporary.path, remove: async () => {} });
  if (!pair.ok) throw new Error(pair.problem.key);
  const { master, launched } = pair.value;
  const { config, worker } = launched;
  expect(config).toMatchObject({
    basedir: temporary.at('worker'),
    master: { kind: 'host', host: '127.0.0.1', port: master.port },
  });
  expect(config.password.length).toBeGreaterThan(20);
  const attached = master.nextAttached();
  worker.start();
  expect((await attached).name).toBe('rehearsal');
  await launched.close();
  await master.close();
});

it('leaves no master behind where no worker can be made', async () => {
  await writeFile(temporary.at('file'), '');
  const pair = await makeRehearsalPair({ path: temporary.at('file'), remove: async () => {} });
  expect(pair.ok).toBe(false);
});
