import type { WorkerStatus } from './worker-status.ts';

/** A worker as windows and tray show it. */
export interface WorkerView {
  /** Stays the same as long as the app keeps this worker. */
  readonly id: string;
  readonly workerName: string;
  /** Such as `ci.example.org:9989`; undefined while the directory cannot be read. */
  readonly master: string | undefined;
  /** Those that the master has assigned, sorted; none while not attached. */
  readonly builders: readonly string[];
  readonly basedir: string;
  readonly status: WorkerStatus;
  /** The same words as in the tray's tooltip and first row. */
  readonly sentence: string;
  readonly passwordPlace: PasswordPlace;
  /** Processes that commands left behind and that could not be ended, by their pids. */
  readonly leftRunning: readonly number[];
}

/** Where the password is kept: it never travels to a window itself. */
export type PasswordPlace =
  | { readonly kind: 'keyring'; readonly keyring: KeyringName }
  | {
      readonly kind: 'file';
      readonly path: string;
      /** Why not in a keyring; undefined when the directory came with its password. */
      readonly why: 'no-keyring' | undefined;
      /** Whether other users of this machine can read it. */
      readonly isOpen: boolean;
    };

export const KEYRING_NAMES = ['macos', 'windows', 'gnome', 'kwallet', 'other'] as const;
export type KeyringName = (typeof KEYRING_NAMES)[number];
