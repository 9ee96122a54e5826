import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duplicateWorker } from '../../../../main/adding/duplicate-worker.ts';
import { createWorker } from '../../../../main/basedir/create-worker.ts';
import { createWorkerRequestFrom } from '../../../../main/basedir/create-worker-request.ts';
import { Keyring } from '../../../../main/desktop/keyring.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const texts = textsIn('en');
const { workers } = texts;
const keyring = new Keyring(
  {
    isEncryptionAvailable: () => false,
    encryptString: (text) => Buffer.from(text),
    decryptString: (text) => text.toString(),
  },
  'linux',
);

async function original() {
  const args = [basedir.at('one'), 'ci.example.org:9990', 'one', 'secret'];
  const request = createWorkerRequestFrom(args, { keepalive: '77', relocatable: true });
  if (!request.ok) throw new Error(request.problem.kind);
  await createWorker(request.value, { admin: 'Ada <ada@example.org>\n', host: 'fast\n' });
  await writeFile(join(basedir.at('one'), 'info', 'access_uri'), 'ssh://here\n');
  return request.value.config;
}

const copy = (dir: string, more = {}) => ({
  basedir: dir,
  workerName: 'two',
  password: undefined,
  ...more,
});

describe('a duplicate', () => {
  it('has the settings and the hostinfo, under a name and in a directory of its own', async () => {
    const dir = basedir.at('two');
    const made = await duplicateWorker(await original(), copy(dir), keyring, texts);
    expect(made).toEqual({ ok: true, value: { basedir: dir } });
    const tac = await readFile(join(dir, 'buildbot.tac'), 'utf8');
    expect(tac).toMatch(/^workername = 'two'$/m);
    expect(tac).toMatch(/^passwd = 'secret'$/m);
    expect(tac).toMatch(/^keepalive = 77$/m);
    expect(tac).toMatch(/^port = 9990$/m);
    expect(tac).toContain(dir);
    const info = (name: string) => readFile(join(dir, 'info', name), 'utf8');
    expect(await Promise.all(['admin', 'host', 'access_uri'].map(info))).toEqual([
      'Ada <ada@example.org>\n',
      'fast\n',
      'ssh://here\n',
    ]);
  });

  it('may have a password of its own', async () => {
    const dir = basedir.at('two');
    await duplicateWorker(await original(), copy(dir, { password: 'other' }), keyring, texts);
    expect(await readFile(join(dir, 'buildbot.tac'), 'utf8')).toMatch(/^passwd = 'other'$/m);
  });

  it.each([
    ['no name', { workerName: ' ' }, workers.needsName],
    ['a relative directory', { basedir: 'two' }, workers.needsDirectory],
  ])('with %s is refused', async (_what, more, problem) => {
    const config = await original();
    const made = await duplicateWorker(config, copy('/x', more), keyring, texts);
    expect(made).toEqual({ ok: false, problem });
  });

  it('leaves a directory alone that holds something', async () => {
    const config = await original();
    const made = await duplicateWorker(config, copy(config.basedir), keyring, texts);
    expect(made).toEqual({ ok: false, problem: workers.directoryIsUsed(config.basedir) });
  });
});
