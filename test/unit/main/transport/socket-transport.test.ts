import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { HIGH_WATER_BYTES, SocketTransport } from '../../../../main/transport/socket-transport.ts';
import { waitFor } from '../../../support/wait-for.ts';
import { connectedPair } from './connected-pair.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

async function connected() {
  const { near, far } = await connectedPair();
  const transport = new SocketTransport(near, 'farm:9989');
  return { transport, near, far };
}

/** Keeps what a transport delivers. */
function received(transport: SocketTransport) {
  const kept = { text: '', ends: [] as (Error | undefined)[] };
  const closed = new Promise<Error | undefined>((resolve) => {
    transport.listen({
      onData: (chunk) => {
        kept.text += Buffer.from(chunk).toString();
      },
      onClosed: (error) => {
        kept.ends.push(error);
        resolve(error);
      },
    });
  });
  return Object.assign(kept, { closed });
}

describe('what arrives', () => {
  it('waits until somebody listens, to the last byte', async () => {
    const { transport, far } = await connected();
    far.end('hello');
    await once(far, 'finish');
    const kept = received(transport);
    expect(await kept.closed).toBeUndefined();
    expect([kept.text, kept.ends]).toEqual(['hello', [undefined]]);
  });

  it('waits while reading is stopped', async () => {
    const { transport, far } = await connected();
    const kept = received(transport);
    transport.stopReading();
    far.write('later');
    transport.write([bytes('a question')]);
    await once(far, 'data');
    expect(kept.text).toBe('');
    transport.readAgain();
    await waitFor(() => expect(kept.text).toBe('later'));
  });
});

describe('what is written', () => {
  it('leaves in order, and together', async () => {
    const { transport, far } = await connected();
    const chunk = once(far, 'data');
    transport.write([bytes('one '), bytes('two ')]);
    transport.write([bytes('three')]);
    expect(String((await chunk)[0])).toBe('one two three');
  });

  it('leaves before the end', async () => {
    const { transport, far } = await connected();
    let text = '';
    far.on('data', (chunk) => {
      text += String(chunk);
    });
    const kept = received(transport);
    transport.write([bytes('the last word')]);
    transport.end();
    transport.write([bytes(' and one too late')]);
    await once(far, 'end');
    expect(text).toBe('the last word');
    expect(await kept.closed).toBeUndefined();
  });

  it('goes nowhere once the connection is closed', async () => {
    const { transport } = await connected();
    const kept = received(transport);
    transport.destroy();
    transport.write([bytes('x')]);
    await kept.closed;
    transport.write([bytes('x')]);
    expect(kept.ends).toEqual([undefined]);
  });

  it('is too much while the peer reads nothing, and not again until it has read', async () => {
    const { transport, far, near } = await connected();
    received(transport);
    const changes: boolean[] = [];
    const listening = transport.onWritableChanged((isWritable) => changes.push(isWritable));
    const chunk = Buffer.alloc(64 * 1024);
    let sentBytes = 0;
    while (transport.isWritable) {
      transport.write([chunk]);
      sentBytes += chunk.length;
      // Lets the kernel take what it can, so that only a peer that does not read stops us.
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(near.writableLength).toBeGreaterThanOrEqual(HIGH_WATER_BYTES);
    let arrivedBytes = 0;
    far.on('data', (data) => {
      arrivedBytes += data.length;
    });
    await waitFor(() => expect([arrivedBytes, changes]).toEqual([sentBytes, [false, true]]));
    listening.dispose();
    expect(transport.isWritable).toBe(true);
  });
});

describe('the end of a connection', () => {
  it('comes when the peer ends its side', async () => {
    const { transport, far } = await connected();
    const kept = received(transport);
    far.end();
    expect(await kept.closed).toBeUndefined();
  });

  it('names what broke it', async () => {
    const { transport, far } = await connected();
    const kept = received(transport);
    far.resetAndDestroy();
    expect(await kept.closed).toMatchObject({ code: 'ECONNRESET' });
    expect(kept.ends).toHaveLength(1);
  });

  it('is reported to whoever listens too late, with what broke it', async () => {
    const { transport, near } = await connected();
    near.destroy(new Error('the cable was cut'));
    await new Promise((resolve) => near.once('close', resolve));
    expect((await received(transport).closed)?.message).toBe('the cable was cut');
  });

  it('is no failure when it was our own doing', async () => {
    const { transport } = await connected();
    const kept = received(transport);
    transport.destroy();
    expect(await kept.closed).toBeUndefined();
  });
});
