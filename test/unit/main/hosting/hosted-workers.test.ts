import { mkdir, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { renderTac } from '../../../../main/basedir/tac/render-tac.ts';
import { HostedWorkers } from '../../../../main/hosting/hosted-workers.ts';
import { systemClock } from '../../../../main/lib/clock.ts';
import { succeeded } from '../../../../main/lib/outcome.ts';
import type { SavedWorker } from '../../../../main/settings/settings-schema.ts';
import { SettingsStore } from '../../../../main/settings/settings-store.ts';
import { noKeyring } from '../../../support/no-keyring.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { waitFor } from '../../../support/wait-for.ts';
import { CONFIG } from '../basedir/tac/configs.ts';

const temporary = temporaryBasedir();
const opened: HostedWorkers[] = [];
afterEach(async () => {
  for (const workers of opened.splice(0)) await workers.close();
});

/** A worker's directory whose master nobody reaches. */
async function directory(name: string): Promise<string> {
  const basedir = temporary.at(name);
  await mkdir(basedir);
  const master = { kind: 'connection-string', connectionString: 'tcp:127.0.0.1:1' } as const;
  const config = {
    ...CONFIG,
    basedir,
    master,
    workerName: name,
    protocol: 'pb' as const,
    path: undefined,
  };
  await writeFile(`${basedir}/buildbot.tac`, renderTac(config, { isRelocatable: false }));
  return basedir;
}

function workersOf(saved: readonly SavedWorker[], prepare: () => Promise<void> = async () => {}) {
  const settings = new SettingsStore({ read: () => ({}), write: () => {}, setAside: () => '' });
  settings.change({ workers: [...saved] });
  const warnings: string[] = [];
  const workers = new HostedWorkers({
    settings,
    keyring: noKeyring,
    clock: systemClock,
    perform: async () => succeeded(undefined),
    clearBuilds: async () => succeeded(0),
    prepare,
    warn: (sentence) => warnings.push(sentence),
  });
  opened.push(workers);
  const lists: string[][] = [];
  workers.onListChanged(() => lists.push(workers.all.map(({ id }) => id)));
  const savedIds = () => settings.current.workers.map(({ id }) => id);
  return { workers, settings, warnings, lists, savedIds };
}

describe('the workers of an earlier start', () => {
  it('connect, unless they were paused; one that cannot run reports why as its status', async () => {
    const { workers } = workersOf([
      { id: 'a1', basedir: await directory('one') },
      { id: 'a2', basedir: await directory('two'), pausedUntil: 'resumed' },
      { id: 'a3', basedir: await directory('three'), pausedUntil: 1 },
      { id: 'a4', basedir: temporary.at('gone') },
    ]);
    await workers.startSaved();
    expect(workers.all.map(({ status }) => status.kind)).toEqual([
      ...['connecting', 'paused', 'connecting', 'error'],
    ]);
    expect(workers.running).toHaveLength(3);
    expect(workers.find('a2')?.name).toBe('two');
    expect(workers.find('b9')).toBeUndefined();
  });

  it('start even where what keeps their builds fails, which is reported', async () => {
    const { workers, warnings } = workersOf([{ id: 'a1', basedir: await directory('one') }], () =>
      Promise.reject(new Error('the disk is full')),
    );
    await workers.startSaved();
    expect(workers.find('a1')?.status.kind).toBe('connecting');
    expect(warnings).toEqual([`${temporary.at('one')}: the disk is full.`]);
  });

  it('are not started any more once the app closes', async () => {
    const { workers } = workersOf([{ id: 'a1', basedir: await directory('one') }]);
    const started = workers.startSaved();
    await workers.close();
    await started;
    expect(workers.find('a1')?.status.kind).toBe('stopped');
  });
});

describe('a worker that is new', () => {
  it('is kept, announced and started', async () => {
    const { workers, lists, savedIds } = workersOf([]);
    const basedir = await directory('one');
    const adopted = await workers.adopt({ basedir });
    const id = adopted.ok ? adopted.value.id : '';
    expect([savedIds(), lists]).toEqual([[id], [[id]]]);
    expect(workers.hasDirectory(basedir)).toBe(true);
    expect(workers.find(id)?.status.kind).toBe('connecting');
  });

  it('is not kept where it cannot run', async () => {
    const { workers, savedIds } = workersOf([]);
    expect(await workers.adopt({ basedir: temporary.at('gone') })).toMatchObject({ ok: false });
    expect([workers.all, savedIds()]).toEqual([[], []]);
  });
});

describe('a worker whose directory has moved', () => {
  it('goes on there as the same worker, in its place in the list', async () => {
    const { workers, settings, lists } = workersOf([
      { id: 'a1', basedir: temporary.at('gone'), encryptedPassword: 'kept' },
      { id: 'a2', basedir: await directory('two') },
    ]);
    await workers.startSaved();
    const found = await directory('found');
    const statuses: string[] = [];
    workers.onStatusChanged(({ hosted, after }) => statuses.push(`${hosted.id} ${after.kind}`));
    expect(await workers.relocate(workers.find('a1')!, found)).toMatchObject({ ok: true });
    expect(workers.all.map(({ id, basedir }) => [id, basedir])).toEqual([
      ['a1', found],
      ['a2', temporary.at('two')],
    ]);
    expect(settings.current.workers[0]).toEqual({
      id: 'a1',
      basedir: found,
      encryptedPassword: 'kept',
    });
    expect(lists.at(-1)).toEqual(['a1', 'a2']);
    expect(statuses).toContain('a1 connecting');
  });
});

describe('the list', () => {
  it('forgets a worker that is removed, which lets its directory go', async () => {
    const saved = { id: 'a1', basedir: await directory('one') };
    const { workers, lists, savedIds } = workersOf([saved]);
    await workers.startSaved();
    await workers.remove(workers.find('a1')!);
    expect([workers.all, savedIds(), lists.at(-1)]).toEqual([[], [], []]);
    // The lock is free.
    expect(await workers.adopt({ basedir: saved.basedir })).toMatchObject({ ok: true });
  });

  it('has the order of the user, the others after it', async () => {
    const ids = ['a1', 'a2', 'a3'];
    const saved = ids.map((id) => ({ id, basedir: temporary.at(id) }));
    const { workers, lists, savedIds } = workersOf(saved);
    await workers.startSaved();
    workers.reorder(['a3', 'a1']);
    expect([lists.at(-1), savedIds()]).toEqual([
      ['a3', 'a1', 'a2'],
      ['a3', 'a1', 'a2'],
    ]);
  });
});

describe('a pause', () => {
  it('is kept for the next start, until the worker goes on', async () => {
    const { workers } = workersOf([{ id: 'a1', basedir: await directory('one') }]);
    const kinds: string[] = [];
    workers.onStatusChanged(({ before, after }) => kinds.push(`${before.kind} ${after.kind}`));
    await workers.startSaved();
    const worker = workers.find('a1')?.worker;
    await worker?.pause('resumed');
    await waitFor(() => expect(workers.savedPause('a1')).toBe('resumed'));
    expect(kinds).toContain('connecting paused');
    worker?.resume();
    await waitFor(() => expect(workers.savedPause('a1')).toBeUndefined());
  });

  it('outlives a worker that stops', async () => {
    const basedir = await directory('one');
    const { workers } = workersOf([{ id: 'a1', basedir, pausedUntil: 'resumed' }]);
    await workers.startSaved();
    await workers.find('a1')?.worker?.stop();
    expect(workers.find('a1')?.status.kind).toBe('stopped');
    expect(workers.savedPause('a1')).toBe('resumed');
  });
});
