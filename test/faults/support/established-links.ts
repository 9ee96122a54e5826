import { readFile } from 'node:fs/promises';
import { descriptorsOf } from './descriptors-of.ts';

const ESTABLISHED = '01';

/**
 * A process's own connections to a port, by the names of their sockets; one that it has closed is none any
 * more, whatever is still under way. Linux.
 */
export async function establishedLinks(pid: number, port: number): Promise<readonly string[]> {
  const remotePort = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const own = await descriptorsOf(pid);
  // The table is that of the process's whole network.
  const rows = (await readFile(`/proc/${pid}/net/tcp`, 'utf8')).split('\n').slice(1);
  return rows.flatMap((row) => {
    const [, , remote = '', state, , , , , , inode = ''] = row.trim().split(/\s+/);
    const socket = `socket:[${inode}]`;
    const isLink = remote.endsWith(remotePort) && state === ESTABLISHED;
    return isLink && own.includes(socket) ? [socket] : [];
  });
}
