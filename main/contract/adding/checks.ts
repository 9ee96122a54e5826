import type { Protocol } from '../../worker-settings/protocols.ts';
import type { Problem } from '../problem.ts';

/** What can keep a worker from running, in the order in which it gets to its first build. */
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

/** How one check went; `help` is what to do about it. */
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
