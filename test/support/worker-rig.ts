import { onTestFinished } from 'vitest';
import type { WorkerStatus } from '../../main/contract/worker/worker-status.ts';
import { systemClock } from '../../main/lib/clock.ts';
import {
  RehearsalMaster,
  type RehearsalMasterOptions,
} from '../../main/rehearsal-master/rehearsal-master.ts';
import { dial } from '../../main/transport/dial.ts';
import { askForLogin } from '../../main/transport/web-socket/ask-for-login.ts';
import { dialWebSocket } from '../../main/transport/web-socket/dial-web-socket.ts';
import { Worker, type WorkerServices } from '../../main/worker/worker.ts';
import type { WorkerConfig } from '../../main/worker-settings/worker-config.ts';
import { WORKER_DEFAULTS } from '../../main/worker-settings/worker-defaults.ts';
import { RecordingLogger } from './recording-logger.ts';

const BUILDERS = ['linux', 'docs'] as const;

/** A rehearsal master on loopback that ends with the test. */
export async function startMaster(
  port = 0,
  changes: Partial<RehearsalMasterOptions> = {},
): Promise<RehearsalMaster> {
  const options = { workers: { w: 'p' }, builders: BUILDERS, ...changes };
  const master = await RehearsalMaster.listen(options, port);
  onTestFinished(() => master.close());
  return master;
}

/** A real worker for a master on loopback; it ends with the test. */
export function makeWorker(
  basedir: string,
  port: number,
  changes: Partial<WorkerConfig> = {},
  services: Partial<WorkerServices> = {},
) {
  const logger = new RecordingLogger();
  const statuses: WorkerStatus[] = [];
  const worker = new Worker({
    config: {
      ...WORKER_DEFAULTS,
      basedir,
      workerName: 'w',
      password: 'p',
      master: {
        kind: 'host',
        host: '127.0.0.1',
        port,
        useTls: false,
        proxyConnectionString: undefined,
      },
      ...changes,
    },
    services: {
      clock: systemClock,
      logger,
      dial,
      dialWebSocket,
      askForLogin,
      version: '0',
      environment: { PATH: process.env.PATH, SECRET_TOKEN: 'x' },
      readHostinfo: async () => ({ admin: 'Ada' }),
      ...services,
    },
  });
  worker.onStatusChanged((status) => statuses.push(status));
  onTestFinished(() => worker.stop());
  return { worker, logger, statuses };
}

/** Settles when the worker is, or comes to be, in a state of this kind. */
export function untilStatus<Kind extends WorkerStatus['kind']>(
  worker: Worker,
  kind: Kind,
): Promise<Extract<WorkerStatus, { kind: Kind }>> {
  return new Promise((resolve) => {
    const look = (status: WorkerStatus): void => {
      if (status.kind !== kind) return;
      listening.dispose();
      resolve(status as Extract<WorkerStatus, { kind: Kind }>);
    };
    const listening = worker.onStatusChanged(look);
    look(worker.status);
  });
}
