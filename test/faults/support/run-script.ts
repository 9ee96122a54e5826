import { pathToFileURL } from 'node:url';
import type { Maker } from '../../interop/support/interop-worker.ts';
import { CONTENDERS, NAMES } from './contenders.ts';

/** What a script found out about one worker. */
export interface Finding {
  /** What was counted or measured, in words. */
  readonly figure: string;
  /** Whether it is as promised. */
  readonly holds: boolean;
}

/** A promise, and how it is measured. */
export interface Fault {
  readonly promise: string;
  /** The Python worker has nothing of the kind. */
  readonly isOursAlone?: boolean;
  readonly measure: (by: Maker) => Promise<Finding>;
}

/**
 * Measures a file's faults when Node was given that file: prints for each what was promised, and what
 * was found of ours and of the Python worker. The status is 1 when ours does not hold.
 */
export async function runScript(url: string, faults: readonly Fault[]): Promise<void> {
  if (!isGiven(url)) return;
  for (const { promise, isOursAlone = false, measure } of faults) {
    process.stdout.write(`${promise}\n`);
    for (const by of CONTENDERS) {
      if (isOursAlone && by === 'python') continue;
      const { figure, holds } = await measure(by);
      const isBroken = by === 'buildtray' && !holds;
      process.stdout.write(`  ${NAMES[by]}: ${figure}${isBroken ? ' — NOT AS PROMISED' : ''}\n`);
      if (isBroken) process.exitCode = 1;
    }
  }
}

/** Whether Node was given this file, rather than one that imports it. */
export function isGiven(url: string): boolean {
  return process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === url;
}

/** A number among the words after the script's name. */
export function wordAt(place: number, otherwise: number): number {
  return Number(process.argv[2 + place] ?? otherwise);
}
