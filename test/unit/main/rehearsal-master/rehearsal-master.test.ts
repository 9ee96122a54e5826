import { describe, expect, it } from 'vitest';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { waitFor } from '../../../support/wait-for.ts';
import { makeWorker, startMaster, untilStatus } from '../../../support/worker-rig.ts';

const basedir = temporaryBasedir();

describe('the rehearsal master', () => {
  it('lets a worker in by its password, and attaches it with the builders', async () => {
    const master = await startMaster(0, { builders: ['sample'] });
    const { worker } = makeWorker(basedir.path, master.port);
    const attached = master.nextAttached();
    worker.start();
    const { name, info } = await attached;
    expect([name, info.get('admin')]).toEqual(['w', 'Ada']);
    expect(await untilStatus(worker, 'idle')).toMatchObject({ builders: ['sample'] });
  });

  it.each([
    ['another password', { password: 'x' }],
    ['a name that it does not know', { workerName: 'v' }],
    ['a name that every object has', { workerName: 'constructor' }],
  ])('refuses %s', async (_what, changes) => {
    const master = await startMaster();
    const { worker } = makeWorker(basedir.path, master.port, changes);
    worker.start();
    const { problem } = await untilStatus(worker, 'error');
    expect(problem.kind).toBe('wrong-password');
  });

  it('refuses a second worker of a name as long as the first one answers', async () => {
    const master = await startMaster();
    const attached = master.nextAttached();
    makeWorker(basedir.path, master.port).worker.start();
    await attached;
    const { worker } = makeWorker(basedir.at('second'), master.port);
    worker.start();
    const refused = { problem: { kind: 'duplicate-name' } };
    await waitFor(() => expect(worker.status).toMatchObject(refused));
  });

  it('drops its workers when it is closed, and may be closed twice', async () => {
    const master = await startMaster();
    const attached = master.nextAttached();
    makeWorker(basedir.path, master.port).worker.start();
    const { ended } = await attached;
    await Promise.all([master.close(), master.close()]);
    await ended;
  });
});
