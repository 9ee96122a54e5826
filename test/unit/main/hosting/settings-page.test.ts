import { readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createWorker } from '../../../../main/basedir/create-worker.ts';
import { createWorkerRequestFrom } from '../../../../main/basedir/create-worker-request.ts';
import type { SettingsChanges } from '../../../../main/contract/settings-contract.ts';
import { previewOf, saveSettings, settingsPageOf } from '../../../../main/hosting/settings-page.ts';
import { succeeded } from '../../../../main/lib/outcome.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { hostedWorkerIn } from '../../../support/hosted-worker-in.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { reversingKeyring } from '../../../support/reversing-keyring.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const PIN = `sha256:${'0'.repeat(64)}`;

/** As the keyring keeps a password. */
const encrypted = (password: string) => Buffer.from(password).reverse().toString('base64');

async function hosted() {
  const dir = temporary.at('worker');
  const request = createWorkerRequestFrom([dir, '127.0.0.1:1', 'w', 'open-sesame'], {});
  if (!request.ok) throw new Error(request.problem.kind);
  const made = await createWorker(request.value, { admin: 'a', host: 'h' });
  if (!made.ok) throw new Error(inEnglish(made.problem));
  const worker = hostedWorkerIn(dir, reversingKeyring);
  onTestFinished(() => worker.close());
  await worker.open();
  const page = async () => {
    const loaded = await settingsPageOf(worker, reversingKeyring, textsIn('en'));
    if (!loaded.ok) throw new Error(loaded.problem);
    return loaded.value;
  };
  const passwords: string[] = [];
  const savePassword = (kept: string): void => {
    passwords.push(kept);
    worker.keptPassword(kept);
  };
  const begin = async () => {
    const opened = await worker.open();
    return opened.ok ? succeeded(undefined) : opened;
  };
  const save = async (change: Partial<SettingsChanges>, version?: string) =>
    saveSettings(
      worker,
      {
        workerId: '1',
        settings: {},
        extras: {},
        ...change,
        version: version ?? (await page()).version,
      },
      { keyring: reversingKeyring, savePassword, begin, texts: textsIn('en') },
    );
  const tac = () => readFile(`${dir}/buildbot.tac`, 'utf8');
  return { dir, worker, page, save, tac, passwords };
}

describe('the settings of a worker of the app', () => {
  it('are saved together, and the worker follows them', async () => {
    const { worker, save, tac, page } = await hosted();
    expect(
      await save({
        settings: { keepalive: 5, numcpus: 3 },
        extras: { tlsPin: PIN, proxyUser: 'u', proxyPassword: 'hush-hush' },
      }),
    ).toEqual({ ok: true, value: { effect: 'reconnect', problem: undefined } });
    expect(await tac()).toMatch(/^keepalive = 5$/m);
    expect(worker.config).toMatchObject({ keepalive: 5, numcpus: 3 });
    const { extras } = await page();
    expect(extras).toEqual({
      tlsPin: PIN,
      tlsAuthorities: null,
      proxyUser: 'u',
      proxyPassword: true,
    });
    await save({ extras: { proxyUser: null, tlsPin: null } });
    expect((await page()).extras).toMatchObject({ tlsPin: null, proxyPassword: false });
  });

  it('hold no password when a window asks', async () => {
    const { save, page } = await hosted();
    await save({ extras: { proxyUser: 'u', proxyPassword: 'hush-hush' } });
    const text = JSON.stringify(await page());
    expect(text).not.toContain('open-sesame');
    expect(text).not.toContain('hush-hush');
  });

  it('write nothing over what somebody else has changed meanwhile', async () => {
    const { dir, save, tac, page } = await hosted();
    const { version } = await page();
    const byHand = (await tac()).replace(/^keepalive = .*$/m, 'keepalive = 77');
    await writeFile(`${dir}/buildbot.tac`, byHand);
    expect(await save({ settings: { numcpus: 3 } }, version)).toEqual({
      ok: false,
      problem: { kind: 'changed-meanwhile' },
    });
    expect(await tac()).toBe(byHand);
  });

  it.each([
    [{ settings: { port: 0 } }, 'port'],
    [{ settings: { keepalive: 3 }, extras: { tlsPin: 'x' } }, 'tlsPin'],
    [{ settings: { keepalive: 3 }, extras: { proxyUser: 'a:b' } }, 'proxyUser'],
  ] as const)('are refused as a whole, with the field to blame: %j', async (change, name) => {
    const { save, tac } = await hosted();
    const before = await tac();
    expect(await save(change)).toMatchObject({ ok: false, problem: { kind: 'refused', name } });
    expect(await tac()).toBe(before);
  });

  it('put a new password where the old one is', async () => {
    const { worker, save, tac, passwords, page } = await hosted();
    await save({ settings: { password: 'other-word' } });
    expect([worker.config?.password, passwords]).toEqual(['other-word', []]);
    worker.keptPassword(encrypted('from-keyring'));
    await writeFile(`${worker.basedir}/buildbot.tac`, (await tac()).replace("'other-word'", "''"));
    await worker.reload();
    expect(await page()).toMatchObject({ problems: [], passwordPlace: { kind: 'keyring' } });
    expect(await save({ settings: { password: 'third-word' } })).toMatchObject({
      ok: true,
      value: { effect: 'reconnect' },
    });
    expect(await tac()).not.toContain('third-word');
    expect(worker.config?.password).toBe('third-word');
    expect(passwords).toHaveLength(1);
  });

  it('can be looked at before they are written, without secrets', async () => {
    const { worker, tac } = await hosted();
    const before = await tac();
    const change = { workerId: '1', settings: { keepalive: 5, password: 'new-word' }, extras: {} };
    const preview = await previewOf(worker, change, reversingKeyring);
    expect(preview).toMatch(/^keepalive = 5$/m);
    expect(preview).not.toContain('new-word');
    expect(await tac()).toBe(before);
    expect(
      await previewOf(worker, { ...change, settings: { port: 0 } }, reversingKeyring),
    ).toBeUndefined();
  });

  it('keep the mode of their files', async () => {
    const { dir, save } = await hosted();
    await save({ settings: { keepalive: 5 }, extras: { proxyUser: 'u' } });
    for (const name of ['buildbot.tac', 'buildtray.json']) {
      expect((await stat(`${dir}/${name}`)).mode & 0o777).toBe(0o600);
    }
  });
});
