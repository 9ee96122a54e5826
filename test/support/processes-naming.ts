import { readdir, readFile } from 'node:fs/promises';

/** Processes with a text in their command line, this one left out. Linux. */
export async function processesNaming(text: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const found = await Promise.all(
    pids.map(async (pid) => ((await commandLineOf(pid)).includes(text) ? [pid] : [])),
  );
  return found.flat().filter((pid) => pid !== process.pid);
}

async function commandLineOf(pid: number): Promise<string> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
}
