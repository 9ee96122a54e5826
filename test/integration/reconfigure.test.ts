import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { AttachedWorker } from '../../main/rehearsal-master/attached-worker.ts';
import type { WorkerConfig } from '../../main/worker-settings/worker-config.ts';
import { WORKER_DEFAULTS } from '../../main/worker-settings/worker-defaults.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { waitFor } from '../support/wait-for.ts';
import { makeWorker, startMaster, untilStatus } from '../support/worker-rig.ts';

const basedir = temporaryBasedir();

function configFor(port: number, changes: Partial<WorkerConfig> = {}): WorkerConfig {
  const proxyConnectionString = undefined;
  return {
    ...WORKER_DEFAULTS,
    basedir: basedir.path,
    workerName: 'w',
    password: 'p',
    master: { kind: 'host', host: '127.0.0.1', port, useTls: false, proxyConnectionString },
    ...changes,
  };
}

async function attached(changes: Partial<WorkerConfig> = {}) {
  const master = await startMaster();
  const made = makeWorker(basedir.path, master.port, changes);
  const remote = master.nextAttached();
  made.worker.start();
  const reconfigure = (other: Partial<WorkerConfig>) =>
    made.worker.reconfigure(configFor(master.port, other));
  const again = async (): Promise<AttachedWorker> => {
    const next = master.nextAttached();
    made.worker.reconnect('at-gap');
    const remote = await next;
    await untilStatus(made.worker, 'idle');
    return remote;
  };
  const first = await remote;
  await untilStatus(made.worker, 'idle');
  return { ...made, master, remote: first, reconfigure, again };
}

async function printedBy(remote: AttachedWorker, command: string): Promise<string> {
  const run = await remote.startCommand('linux', 'shell', {
    command,
    workdir: 'build',
    logEnviron: false,
  });
  await run.completed;
  return run.text('stdout');
}

describe('at once a worker follows', () => {
  it('another keepalive', async () => {
    const { remote, reconfigure } = await attached({ keepalive: 0 });
    expect(remote.keepalives).toBe(0);
    reconfigure({ keepalive: 0.02 });
    await waitFor(() => expect(remote.keepalives).toBeGreaterThan(2));
  });

  it('another maxretries', async () => {
    const { worker } = makeWorker(basedir.path, 1);
    const gaveUp = new Promise((resolve) => worker.onFinished(resolve));
    worker.start();
    worker.reconfigure(configFor(1, { maxretries: 1 }));
    expect(await gaveUp).toMatchObject({ kind: 'gave-up' });
  });
});

describe('at the next connection a worker follows', () => {
  it('another encoding, and the build that runs before keeps its own', async () => {
    const { remote, reconfigure, again } = await attached();
    reconfigure({ unicodeEncoding: 'latin-1' });
    expect(await printedBy(remote, String.raw`printf '\351\n'`)).toBe('\ufffd\n');
    expect(await printedBy(await again(), String.raw`printf '\351\n'`)).toBe('é\n');
  });

  it('another number of processors', async () => {
    const { remote, reconfigure, again } = await attached({ numcpus: 3 });
    expect(remote.info.get('numcpus')).toBe(3);
    reconfigure({ numcpus: 7 });
    expect((await again()).info.get('numcpus')).toBe(7);
  });

  it('whether leftover directories are removed', async () => {
    const { reconfigure, again } = await attached();
    await mkdir(basedir.at('old-builder'));
    await again();
    expect(existsSync(basedir.at('old-builder'))).toBe(true);
    reconfigure({ deleteLeftoverDirs: true });
    await again();
    await waitFor(() => expect(existsSync(basedir.at('old-builder'))).toBe(false));
  });

  it('whether file commands may leave the directory', async () => {
    const { remote, reconfigure, again } = await attached();
    const list = async (of: AttachedWorker) => {
      const run = await of.startCommand('linux', 'listdir', { dir: '/' });
      await run.completed;
      return run.valueOf('rc');
    };
    expect(await list(remote)).not.toBe(0);
    reconfigure({ fileAccess: 'anywhere' });
    expect(await list(await again())).toBe(0);
  });

  it('another master, name and password', async () => {
    const { worker, reconfigure } = await attached();
    const other = await startMaster(0, { workers: { w2: 'p2' } });
    reconfigure({ ...configFor(other.port), workerName: 'w2', password: 'p2' });
    expect(worker.attachedWith).toMatchObject({ workerName: 'w' });
    const next = other.nextAttached();
    worker.reconnect('now');
    expect((await next).name).toBe('w2');
    await untilStatus(worker, 'idle');
    expect(worker.attachedWith).toMatchObject({ workerName: 'w2' });
  });

  it('all of it, when the connection was lost by itself', async () => {
    const { master, remote, reconfigure } = await attached({ numcpus: 3 });
    reconfigure({ numcpus: 4 });
    const next = master.nextAttached();
    remote.drop();
    expect((await next).info.get('numcpus')).toBe(4);
  });
});

it('directory and umask stay until the worker is made again', async () => {
  const { remote, reconfigure, again } = await attached({ umask: 0o022 });
  reconfigure({ basedir: '/nowhere', umask: 0o077 });
  const next = await again();
  expect(next.info.get('basedir')).toBe(remote.info.get('basedir'));
  expect(await printedBy(next, 'umask')).toBe('0022\n');
});
