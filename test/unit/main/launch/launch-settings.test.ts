import { readFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createWorker } from '../../../../main/basedir/create-worker.ts';
import { createWorkerRequestFrom } from '../../../../main/basedir/create-worker-request.ts';
import {
  type LaunchOverrides,
  readLaunchSettings,
} from '../../../../main/launch/launch-settings.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const EXTRAS = '{"proxy": {"user": "ada", "password": "p"}}';

async function madeDir(options: Readonly<Record<string, string>> = {}): Promise<string> {
  const dir = temporary.at('worker');
  const request = createWorkerRequestFrom([dir, '127.0.0.1:1', 'w', 'p'], options);
  if (!request.ok) throw new Error(request.problem.kind);
  const made = await createWorker(request.value, { admin: 'a', host: 'h' });
  if (!made.ok) throw new Error(inEnglish(made.problem));
  return dir;
}

async function read(dir: string, overrides: LaunchOverrides = { password: undefined }) {
  const settings = await readLaunchSettings(dir, overrides);
  return settings.ok ? settings.value : inEnglish(settings);
}

describe('the settings that a worker starts with', () => {
  it('are those of buildbot.tac and of buildtray.json', async () => {
    const dir = await madeDir({ keepalive: '7' });
    await writeFile(temporary.at('worker', 'buildtray.json'), EXTRAS);
    expect(await read(dir)).toMatchObject({
      config: { basedir: dir, workerName: 'w', password: 'p', keepalive: 7 },
      extras: { proxy: { user: 'ada' } },
    });
  });

  it('have the password that is kept elsewhere', async () => {
    expect(await read(await madeDir(), { password: 'from the keyring' })).toMatchObject({
      config: { password: 'from the keyring' },
    });
  });

  it('come with the extras of the directory where the worker runs already', async () => {
    const dir = await madeDir();
    await writeFile(temporary.at('buildtray.json'), EXTRAS);
    expect(await read(dir, { password: undefined, basedir: temporary.path })).toMatchObject({
      extras: { proxy: { user: 'ada' } },
    });
  });

  it.each([
    ['an encoding that nobody knows', async () => change('unicode_encoding', 'klingon'), 'klingon'],
    ['extras that are no JSON', async () => broken('buildtray.json'), 'buildtray.json'],
    ['no buildbot.tac', async () => gone('buildbot.tac'), 'worker'],
  ])('cannot be had with %s', async (_what, spoil, named) => {
    const dir = await madeDir();
    await spoil();
    expect(await read(dir)).toEqual(expect.stringContaining(named));
  });
});

/** Gives a setting to the worker that buildbot.tac makes. */
async function change(name: string, value: string): Promise<void> {
  const path = temporary.at('worker', 'buildbot.tac');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('umask=umask', `${name}='${value}', umask=umask`));
}

async function broken(name: string): Promise<void> {
  await writeFile(temporary.at('worker', name), '{"tls":');
}

async function gone(name: string): Promise<void> {
  await rm(temporary.at('worker', name));
}
