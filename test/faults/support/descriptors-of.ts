import { readdir, readlink } from 'node:fs/promises';

/** Pipes that are kept ready for the next commands: FIFOs without a name. */
const READY_FIFO = /buildtray-pipes-/;

/**
 * What each descriptor of a process leads to, pipes kept ready left out. Linux.
 *
 * Errors: Node's, for a process that has ended.
 */
export async function descriptorsOf(pid: number): Promise<readonly string[]> {
  const dir = `/proc/${pid}/fd`;
  const links = (await readdir(dir)).map((name) => readlink(`${dir}/${name}`).catch(() => ''));
  return (await Promise.all(links)).filter((link) => link !== '' && !READY_FIFO.test(link));
}
