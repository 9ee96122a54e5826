import type { Protection } from '../../worker-settings/rows/protection-levels.ts';
import type { WorkerConfig } from '../../worker-settings/worker-config.ts';

/** What of the configuration decides what builds reach of this machine. */
export type ProtectionSettings = Pick<
  WorkerConfig,
  'protection' | 'protectionPaths' | 'protectionVariables'
>;

/** How builds are kept from what is not theirs; *open* keeps them from nothing. */
export type ProtectionLevel = Exclude<Protection, 'open'>;
