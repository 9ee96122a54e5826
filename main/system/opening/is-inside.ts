import { isAbsolute, relative, sep } from 'node:path';

/** Whether `path` is `directory` or below it; both free of links. */
export function isInside(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
