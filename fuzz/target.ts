import type { Random } from './random.ts';

/** Something that reads what strangers send. */
export interface FuzzTarget {
  readonly name: string;
  /** Good inputs, from which bad ones are made. */
  corpus(): Promise<readonly Uint8Array[]>;
  /**
   * Reads one input. Refusals that are part of the contract are kept inside; whatever else is thrown
   * is a defect.
   */
  read(input: Uint8Array, random: Random): void | Promise<void>;
}
