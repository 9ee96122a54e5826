import { readlink } from 'node:fs/promises';
import { dirname, join, parse, sep } from 'node:path';

/** As many as Linux follows before it gives up; no other POSIX system follows more. */
export const MOST_LINKS = 40;

/** Whether a path that is itself a symbolic link means the link, or what it points to. */
export type LastLink = 'followed' | 'kept';

/** The sentence that refuses what is outside. */
export function outsideRefusal(basedir: string, path: string): string {
  return (
    `'${path}' is outside the worker's base directory '${basedir}'; ` +
    'the owner of this worker can allow it with the setting "file access: anywhere"'
  );
}

/**
 * Follows links the way the system does, one part after the other, so that `link/..` leaves through
 * the link. Node's own realpath cannot be asked: it fails where something does not exist yet.
 *
 * Undefined when the links go round in circles.
 */
export async function realPathOf(path: string, lastLink: LastLink): Promise<string | undefined> {
  const { root } = parse(path);
  // `link/` and `link/.` mean what the link points to.
  const endsInName = isMeaningful(partsOf(path).at(-1) ?? '');
  let pending = partsOf(path.slice(root.length)).filter(isMeaningful);
  let real = root;
  let linksLeft = MOST_LINKS;
  for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
    if (part === '..') {
      real = dirname(real);
      continue;
    }
    const next = join(real, part);
    const isKept = pending.length === 0 && lastLink === 'kept' && endsInName;
    const target = isKept ? undefined : await linkTargetOf(next);
    if (target === undefined) {
      real = next;
      continue;
    }
    if (linksLeft === 0) return undefined;
    linksLeft -= 1;
    const targetRoot = parse(target).root;
    if (targetRoot !== '') real = targetRoot;
    pending = [...partsOf(target.slice(targetRoot.length)).filter(isMeaningful), ...pending];
  }
  return real;
}

/** Undefined for what is no link, is missing or cannot be looked at: then it points to nothing for us. */
async function linkTargetOf(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch {
    return undefined;
  }
}

function partsOf(path: string): string[] {
  return path.split(sep === '\\' ? /[\\/]/ : '/');
}

/** Whether a part of a path leads anywhere: nothing and `.` do not. */
export function isMeaningful(part: string): boolean {
  return part !== '' && part !== '.';
}
