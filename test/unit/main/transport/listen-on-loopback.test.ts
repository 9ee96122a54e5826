import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { listenOnLoopback } from '../../../../main/transport/listen-on-loopback.ts';
import type { SocketTransport } from '../../../../main/transport/socket-transport.ts';

async function listening(onConnection: (transport: SocketTransport) => void = () => {}) {
  const listener = await listenOnLoopback(0, onConnection);
  onTestFinished(() => listener.close());
  const connected = async () => {
    const socket = connect(listener.port, '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    return socket;
  };
  return { listener, connected };
}

it('hands over each connection, named by its own port', async () => {
  const peers: string[] = [];
  const { connected } = await listening((transport) => {
    peers.push(transport.peer);
    transport.write([Buffer.from('hello')]);
  });
  const socket = await connected();
  expect(String((await once(socket, 'data'))[0])).toBe('hello');
  expect(peers).toEqual([`127.0.0.1:${socket.localPort}`]);
});

it('ends every connection and frees the port when it is closed, and closes twice', async () => {
  const { listener, connected } = await listening();
  const socket = await connected();
  const ended = once(socket.resume(), 'close');
  await listener.close();
  await ended;
  await listener.close();
  const again = await listenOnLoopback(listener.port, () => {});
  expect(again.port).toBe(listener.port);
  await again.close();
});

it('survives a connection that breaks before anybody listens to it', async () => {
  let accept: (transport: SocketTransport) => void = () => {};
  const accepted = new Promise<SocketTransport>((resolve) => {
    accept = resolve;
  });
  const { connected } = await listening((transport) => {
    // Without reading, the system would not report the end.
    transport.readAgain();
    accept(transport);
  });
  const socket = await connected();
  const transport = await accepted;
  socket.resetAndDestroy();
  await new Promise<void>((resolve) => {
    transport.listen({ onData: () => {}, onClosed: () => resolve() });
  });
});

it('rejects for a port that is taken', async () => {
  const { listener } = await listening();
  await expect(listenOnLoopback(listener.port, () => {})).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
