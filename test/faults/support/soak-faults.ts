import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../../fuzz/random.ts';
import type { InteropMaster } from '../../interop/support/interop-master.ts';
import type { SoakWorker } from './soak-worker.ts';

/** What a fault may do something to. */
export interface FaultPlace {
  readonly master: InteropMaster;
  readonly worker: SoakWorker;
  readonly random: Random;
  /** Stops a build of the worker that runs, through the master. */
  stopBuild(): void;
}

const SHORT_MS = 3_000;
/** The master asks the older of two links for 10 s before it takes the newer. */
const ARBITRATION_MS = 12_000;

/** What befalls a worker while it builds, by name. */
export const SOAK_FAULTS: Readonly<Record<string, (place: FaultPlace) => Promise<void>>> = {
  'link cut': async ({ worker }) => worker.link.cut(),
  'link cut for the worker alone': async ({ worker }) => worker.link.halfCut(ARBITRATION_MS),
  'link held': ({ worker, random }) => worker.link.hold(random.below(SHORT_MS)),
  'worker stopped': ({ worker, random }) => worker.standStill(random.below(SHORT_MS)),
  'no pipes': ({ worker, random }) => worker.withoutPipes(random.below(SHORT_MS)),
  'few descriptors': ({ worker, random }) => worker.withFewDescriptors(random.below(SHORT_MS)),
  'build stopped': async ({ stopBuild }) => stopBuild(),
  'master stopped': async ({ master, random }) => {
    master.signal('SIGSTOP');
    await delay(random.below(SHORT_MS));
    master.signal('SIGCONT');
  },
};

/** Only to workers whose process is not compared. */
export const KILL = 'worker killed';
