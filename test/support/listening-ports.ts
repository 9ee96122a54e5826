import { readdir, readFile, readlink } from 'node:fs/promises';

/** How the kernel numbers the state of a socket that waits for others, by the table that lists it. */
const TABLES = { tcp: '0A', tcp6: '0A', udp: '07', udp6: '07' } as const;

/** The ports of the network that a process takes connections or datagrams on. Linux. */
export async function listeningPorts(pid: number): Promise<readonly number[]> {
  const own = await socketsOf(pid);
  const ports: number[] = [];
  for (const [table, waiting] of Object.entries(TABLES)) {
    const rows = (await readFile(`/proc/${pid}/net/${table}`, 'utf8')).trim().split('\n').slice(1);
    for (const row of rows) {
      const [, local = '', , state, , , , , , inode] = row.trim().split(/\s+/);
      if (state !== waiting || !own.has(`socket:[${inode}]`)) continue;
      ports.push(Number.parseInt(local.split(':')[1] ?? '', 16));
    }
  }
  return ports;
}

async function socketsOf(pid: number): Promise<ReadonlySet<string>> {
  const dir = `/proc/${pid}/fd`;
  const names = await readdir(dir);
  return new Set(
    await Promise.all(names.map((name) => readlink(`${dir}/${name}`).catch(() => ''))),
  );
}
