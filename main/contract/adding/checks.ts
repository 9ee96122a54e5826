import type { Protocol } from '../../worker-settings/protocols.ts';
import type { Problem } from '../problem.ts';

/** What may stand in a worker's way, in the order of the way to its first build. */
export const CHECK_IDS = [
  'name',
  'port',
  'certificate',
  'speaks',
  'login',
  'directory',
  'disk',
  'clock',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** How one check went; `help` says how to mend it. */
export interface CheckResult {
  readonly id: CheckId;
  readonly state: 'passed' | 'warned' | 'failed' | 'skipped';
  readonly finding: Problem;
  readonly help: Problem | undefined;
  /** The protocol that the master was found to speak. */
  readonly protocol?: Protocol | undefined;
  /** The SHA-256 of a certificate that nobody known here vouches for; as a pin it would be trusted. */
  readonly pin?: string | undefined;
}
