import { execFileSync } from 'node:child_process';
import { mkdir, open, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';

/** Far more than anything of ours reads, and nothing on the disk. */
const HUGE_BYTES = 8 * 1024 ** 3;

/** Makes something at a path; what is given back ends what belongs to it. */
type Make = (path: string) => Promise<(() => Promise<unknown>) | undefined>;

/** What a build may put where a file is expected. POSIX. */
export const ODD_FILES = {
  'a pipe': async (path) => {
    execFileSync('mkfifo', [path]);
    return undefined;
  },
  'a pipe with a silent writer': async (path) => {
    execFileSync('mkfifo', [path]);
    // What is opened for both ways never waits.
    const writer = await open(path, 'r+');
    return () => writer.close();
  },
  'a directory': async (path) => {
    await mkdir(path);
    return undefined;
  },
  'a socket': async (path) => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    return () => new Promise((resolve) => server.close(resolve));
  },
  'an endless device': async (path) => {
    await symlink('/dev/zero', path);
    return undefined;
  },
  'a link to itself': async (path) => {
    await symlink(path, path);
    return undefined;
  },
  'a huge file': async (path) => {
    await writeFile(path, '');
    await truncate(path, HUGE_BYTES);
    return undefined;
  },
} as const satisfies Readonly<Record<string, Make>>;

export type OddFile = keyof typeof ODD_FILES;

/** By name, in the order above. */
export const ODD_FILE_NAMES = Object.keys(ODD_FILES) as readonly OddFile[];
