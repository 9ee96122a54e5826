import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { dial } from '../../../../main/transport/dial.ts';
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

describe('dial', () => {
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
