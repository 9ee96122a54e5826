import { readdir, readlink } from 'node:fs/promises';

/** Processes of this user that work in a directory or below it, this one left out. Linux. */
export async function processesIn(dir: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const found = await Promise.all(
    pids.map(async (pid) => ((await workdirOf(pid))?.startsWith(dir) ? [pid] : [])),
  );
  return found.flat().filter((pid) => pid !== process.pid);
}

async function workdirOf(pid: number): Promise<string | undefined> {
  try {
    return await readlink(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
