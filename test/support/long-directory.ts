import type { Dir, Dirent } from 'node:fs';

/** A directory of so many directories, `d0` and so on, as the system reads it; `read` counts them. */
export function longDirectory(count: number): { readonly dir: Dir; readonly read: () => number } {
  let read = 0;
  async function* entries(): AsyncGenerator<
    Pick<Dirent, 'name' | 'isDirectory' | 'isSymbolicLink'>
  > {
    while (read < count) {
      read += 1;
      yield { name: `d${read - 1}`, isDirectory: () => true, isSymbolicLink: () => false };
    }
  }
  return { dir: entries() as unknown as Dir, read: () => read };
}
