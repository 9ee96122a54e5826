import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Joins a path of the master's to the builder's directory, part by part; the first part that is no text
 * is returned as it is.
 */
export type PathAt = (...parts: readonly unknown[]) => unknown;

/** Joins as Python's `os.path.join` does: an absolute part starts again, and nothing is normalised. */
export function pathsBelow(builddir: string): PathAt {
  return (...parts) => {
    let path = builddir;
    for (const part of parts) {
      if (typeof part !== 'string') return part;
      if (isAbsolute(part)) path = part;
      else path = path.endsWith('/') ? path + part : `${path}/${part}`;
    }
    return path;
  };
}

/** `~` and `~/…` are the volunteer's home, as with the Python worker. */
export function expandUser(path: unknown): unknown {
  if (typeof path !== 'string') return path;
  if (path === '~') return homedir();
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
}
