import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type {
  MessageListener,
  MessageTransportEnd,
} from '../../../../../main/transport/web-socket/message-transport.ts';
import { WebSocketTransport } from '../../../../../main/transport/web-socket/web-socket-transport.ts';
import { waitFor } from '../../../../support/wait-for.ts';

/** Keeps what comes. */
class Received implements MessageListener {
  readonly messages: string[] = [];
  texts = 0;
  signs = 0;
  readonly closed: Promise<MessageTransportEnd>;
  onClosed!: (end: MessageTransportEnd) => void;

  constructor() {
    this.closed = new Promise((resolve) => {
      this.onClosed = resolve;
    });
  }

  onMessage(message: Uint8Array): void {
    this.messages.push(Buffer.from(message).toString());
  }

  onText(): void {
    this.texts += 1;
  }

  onSignOfLife(): void {
    this.signs += 1;
  }
}

/** A transport over a web socket that is open, and the other end of it. */
async function opened() {
  const server = createServer().listen(0, '127.0.0.1');
  const sockets = new WebSocketServer({ server });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const near = new WebSocket(`ws://127.0.0.1:${port}`, {
    createConnection: () => socket,
    perMessageDeflate: false,
    maxPayload: 1024,
  });
  const [[web, request]] = (await Promise.all([
    once(sockets, 'connection'),
    once(near, 'open'),
  ])) as [[WebSocket, IncomingMessage], unknown];
  onTestFinished(() => {
    near.terminate();
    web.terminate();
    server.close();
  });
  const transport = new WebSocketTransport(near, socket, 'farm:9990');
  return { transport, near, web, request, received: new Received() };
}

describe('an open web socket', () => {
  it('delivers what came before there was a listener, and distinguishes text from messages', async () => {
    const { transport, web, received } = await opened();
    web.send(Buffer.from('first'));
    web.send('text');
    web.send(Buffer.from('second'));
    transport.listen(received);
    await waitFor(() => expect(received.messages).toEqual(['first', 'second']));
    expect(received.texts).toBe(1);
  });

  it('sends whole messages as bytes', async () => {
    const { transport, web, received } = await opened();
    transport.listen(received);
    const message = once(web, 'message');
    transport.send(Buffer.from('hello'));
    const [data, isBinary] = await message;
    expect([String(data), isBinary]).toEqual(['hello', true]);
  });

  it('asks for a sign of life, and answers the peer', async () => {
    const { transport, web, received } = await opened();
    transport.listen(received);
    await transport.ping();
    expect(received.signs).toBe(1);
    const pong = once(web, 'pong');
    web.ping();
    await pong;
    expect(received.signs).toBe(2);
  });

  it('fails the question when the peer goes away, and those after', async () => {
    const { transport, web, received } = await opened();
    transport.listen(received);
    web.pause();
    const pinged = transport.ping();
    web.terminate();
    await expect(pinged).rejects.toThrow('the connection ended');
    await received.closed;
    await expect(transport.ping()).rejects.toThrow('the connection is closed');
  });

  it('reports why the peer closed, and what broke', async () => {
    const first = await opened();
    first.transport.listen(first.received);
    first.web.close(1000, 'enough');
    expect(await first.received.closed).toEqual({ error: undefined, reason: 'enough' });

    const second = await opened();
    second.transport.listen(second.received);
    // A frame of a reserved kind.
    second.request.socket.write(Buffer.from([0x8f, 0x00]));
    expect((await second.received.closed).error?.message).toContain('invalid opcode');
  });

  it('drops a peer that announces a message larger than allowed', async () => {
    const { transport, request, received } = await opened();
    transport.listen(received);
    const frame = Buffer.from([0x82, 127, 0, 0, 0, 0, 0, 0, 0, 0]);
    frame.writeBigUInt64BE(1025n, 2);
    request.socket.write(frame);
    expect((await received.closed).error?.message).toContain('Max payload size exceeded');
  });

  it('sends a close frame when it ends', async () => {
    const { transport, web, received } = await opened();
    transport.listen(received);
    const closed = once(web, 'close');
    transport.end();
    expect((await closed)[0]).toBe(1000);
    await received.closed;
  });

  it('asks to stop while the peer does not read, and goes on when it does', async () => {
    const { transport, web, received } = await opened();
    transport.listen(received);
    const changes: boolean[] = [];
    transport.onWritableChanged((isWritable) => changes.push(isWritable));
    web.pause();
    const block = Buffer.alloc(64 * 1024);
    let sent = 0;
    for (; transport.isWritable; sent += 1) {
      transport.send(block);
      // Lets the kernel take what it can, so that only a peer that does not read stops us.
      await new Promise((resolve) => setImmediate(resolve));
    }
    let arrived = 0;
    web.on('message', () => {
      arrived += 1;
    });
    web.resume();
    await waitFor(() => expect([arrived, changes]).toEqual([sent, [false, true]]));
  });

  it('reports its end to whoever listens too late, and fails the questions that waited', async () => {
    const { transport, near, web, received } = await opened();
    const pinged = expect(transport.ping()).rejects.toThrow('the connection ended');
    near.resume();
    web.close(1000, 'enough');
    await once(near, 'close');
    transport.listen(received);
    expect(await received.closed).toEqual({ error: undefined, reason: 'enough' });
    await pinged;
  });

  it('sends nothing once it is closed', async () => {
    const { transport, web, received } = await opened();
    transport.listen(received);
    const messages: unknown[] = [];
    web.on('message', (data) => messages.push(data));
    transport.end();
    transport.send(Buffer.from('too late'));
    await once(web, 'close');
    expect(messages).toEqual([]);
  });
});
