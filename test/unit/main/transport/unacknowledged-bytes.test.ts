import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  queueInTable,
  unacknowledgedBytes,
} from '../../../../main/transport/unacknowledged-bytes.ts';
import { onlyOn } from '../../../support/only-on.ts';
import { waitFor } from '../../../support/wait-for.ts';

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:C350 0100007F:2705 01 0003A000:00000000 04:00000019 00000000  1000        5 51234 2
   1: 0100007F:2705 0100007F:C350 01 00000000:0001F000 00:00000000 00000000  1000        0 51235 1
   2: 0100007F:C351 0100007F:2705 01 00000000:00000000 00:00000000 00000000  1000        0 51236 1
   3: 0200007F:C351 0100007F:2705 01 00000007:00000000 00:00000000 00000000  1000        0 51237 1
`;

describe('queueInTable', () => {
  it('finds the send queue of the connection from one port to another', () => {
    expect(queueInTable(TABLE, 50_000, 9_989)).toBe(0x3a000);
    expect(queueInTable(TABLE, 9_989, 50_000)).toBe(0);
  });

  it('does not guess where none, or more than one, has the ports', () => {
    expect(queueInTable(TABLE, 1, 9_989)).toBeUndefined();
    expect(queueInTable(TABLE, 50_001, 9_989)).toBeUndefined();
  });
});

describe('unacknowledgedBytes', () => {
  it.each(['127.0.0.1', '::1'])(
    'shows what a peer at %s does not read, and that it is gone once read (only Linux says)',
    onlyOn('linux', 'only Linux shows which bytes a peer has acknowledged'),
    async (host) => {
      const server = createServer();
      const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
      server.listen(0, host);
      await once(server, 'listening');
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      const socket = connect({ port: address.port, host });
      const peer = await accepted;
      onTestFinished(() => {
        socket.destroy();
        peer.destroy();
        server.close();
      });
      peer.pause();
      await once(socket, 'connect');
      expect(unacknowledgedBytes(socket)).toBe(0);
      socket.write(Buffer.alloc(32 * 1024 * 1024));
      await waitFor(() => {
        expect(unacknowledgedBytes(socket)).toBeGreaterThan(0);
      });
      peer.resume();
      await waitFor(() => {
        expect([socket.writableLength, unacknowledgedBytes(socket)]).toEqual([0, 0]);
      });
    },
  );

  it('reports nothing about what has no ports', () => {
    const unconnected = { remotePort: undefined };
    expect(unacknowledgedBytes(unconnected)).toBeUndefined();
  });
});
