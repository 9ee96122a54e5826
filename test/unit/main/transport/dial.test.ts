import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { dial } from '../../../../main/transport/dial.ts';
import type { Transport } from '../../../../main/transport/transport.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { worded } from '../../../support/worded.ts';

const open: { close(): void }[] = [];

afterEach(() => {
  for (const item of open.splice(0)) item.close();
});

async function listening(onSocket: (socket: Socket) => void): Promise<number> {
  const server: Server = createServer(onSocket);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => server.close() });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function hostAddress(host: string, port: number) {
  return { kind: 'host', host, port, useTls: false, proxyConnectionString: undefined } as const;
}

async function dialled(port: number): Promise<Transport> {
  const outcome = await dial(hostAddress('127.0.0.1', port), new AbortController().signal);
  if (!outcome.ok) throw new Error(inEnglish(outcome.problem));
  open.push({ close: () => outcome.value.destroy() });
  return outcome.value;
}

describe('dial', () => {
  it('delivers what came before anybody listened', async () => {
    const port = await listening((socket) => socket.end('hello'));
    const transport = await dialled(port);
    const received = await new Promise<string>((resolve) => {
      let text = '';
      transport.listen({
        onData: (chunk) => {
          text += Buffer.from(chunk).toString();
        },
        onClosed: () => resolve(text),
      });
    });
    expect(received).toBe('hello');
  });

  it('is not writable while the peer reads nothing, and again once it does', async () => {
    let peer: Socket | undefined;
    const port = await listening((socket) => {
      peer = socket.pause();
    });
    const transport = await dialled(port);
    transport.listen({ onData: () => {}, onClosed: () => {} });
    const turns: boolean[] = [];
    const drained = new Promise<void>((resolve) => {
      transport.onWritableChanged((isWritable) => {
        turns.push(isWritable);
        if (isWritable) resolve();
      });
    });
    const chunk = Buffer.alloc(64 * 1024);
    let sentBytes = 0;
    while (transport.isWritable) {
      transport.write([chunk]);
      sentBytes += chunk.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
    let receivedBytes = 0;
    const all = new Promise<void>((resolve) => {
      peer?.on('data', (data) => {
        receivedBytes += data.length;
        if (receivedBytes === sentBytes) resolve();
      });
    });
    peer?.resume();
    await Promise.all([drained, all]);
    expect(turns).toEqual([false, true]);
    expect(transport.isWritable).toBe(true);
  });

  it('reports that nothing listens there', async () => {
    const port = await listening(() => {});
    open.splice(0)[0]?.close();
    const outcome = await dial(hostAddress('127.0.0.1', port), new AbortController().signal);
    expect(outcome).toMatchObject({
      ok: false,
      problem: {
        kind: 'refused',
        problem: worded(
          `Nothing listens on port ${port} of 127.0.0.1: the master is not running, or its port is another one.`,
        ),
      },
    });
  });

  it('reports that a host is not known', async () => {
    const signal = new AbortController().signal;
    const outcome = await dial(hostAddress('no-such-host.invalid', 9989), signal);
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'unknown-host' } });
  });

  it('gives up when aborted', async () => {
    const port = await listening(() => {});
    const outcome = await dial(hostAddress('127.0.0.1', port), AbortSignal.abort());
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'timed-out' } });
  });
});
