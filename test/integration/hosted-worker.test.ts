import { expect, it, vi } from 'vitest';
import { launchWorker } from '../../main/launch/launched-worker.ts';
import { succeeded } from '../../main/lib/outcome.ts';
import { RehearsalMaster } from '../../main/rehearsal-master/rehearsal-master.ts';
import { buildtray } from '../support/command-line.ts';
import { inEnglish } from '../support/in-english.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';

// Each test starts several processes.
vi.setConfig({ testTimeout: 60_000 });

const temporary = temporaryBasedir();

it('a worker of the tray app is asked, stopped and started by the command line, and the app lives on', async () => {
  const master = await RehearsalMaster.listen({ workers: { w1: 'secret' }, builders: ['linux'] });
  const dir = temporary.at('worker');
  await buildtray(['create-worker', '-q', dir, `127.0.0.1:${master.port}`, 'w1', 'secret']);
  // As the tray app does it.
  const launched = await launchWorker({ dir, clearBuilds: async () => succeeded(1200) });
  if (!launched.ok) throw new Error(inEnglish(launched.problem));
  const { worker } = launched.value;
  const attached = master.nextAttached();
  worker.start();
  await attached;

  const app = `the tray app (process ${process.pid})`;
  expect(JSON.parse((await buildtray(['status', '--json', dir])).stdout)).toMatchObject({
    host: 'tray',
    pid: process.pid,
    status: { kind: 'idle' },
  });
  expect((await buildtray(['builds', '--clear', dir])).stdout).toBe(
    `Removed 1,200 builds from the history of the worker in ${dir}.\n`,
  );
  expect((await buildtray(['start', dir])).stderr).toContain('stop that one first');
  expect(await buildtray(['stop', dir])).toEqual({
    status: 0,
    stdout: `the worker in ${dir} has stopped; ${app} keeps running\n`,
    stderr: '',
  });
  expect(worker.status.kind).toBe('stopped');

  const again = master.nextAttached();
  expect(await buildtray(['start', dir])).toMatchObject({ status: 0, stderr: '' });
  await again;
  expect(await buildtray(['stop', '--graceful', dir])).toMatchObject({ status: 0, stderr: '' });
  expect(worker.status.kind).toBe('stopped');
  await launched.value.close();
  await master.close();
});
