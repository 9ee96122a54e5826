import { readBounded } from '../system/opening/read-bounded.ts';

const MAX_PID_BYTES = 256;

/** The text of a file that names a process; undefined when there is none to read. */
export async function readPidFile(path: string): Promise<string | undefined> {
  try {
    return (await readBounded(path, MAX_PID_BYTES)).toString('utf8');
  } catch {
    return undefined;
  }
}

/** The number on the first line; undefined when there is none that a single process can have. */
export function pidFrom(contents: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,10})\s*(?:\n|$)/.exec(contents ?? '')?.[1];
  const pid = Number(digits);
  // 0 and its like would mean groups of processes.
  return digits !== undefined && pid > 0 ? pid : undefined;
}
