import { describe, expect, it } from 'vitest';
import { encode } from '../../../../../../main/msgpack/codec.ts';
import type { Bot } from '../../../../../../main/worker/bot.ts';
import { connectMsgpack } from '../../../../../../main/worker/connection/msgpack/connect-msgpack.ts';
import { FakeClock } from '../../../../../support/fake-clock.ts';
import { RecordingLogger } from '../../../../../support/recording-logger.ts';
import { FakeMessageTransport } from './fake-message-transport.ts';

function connecting() {
  const clock = new FakeClock();
  const transport = new FakeMessageTransport();
  const connected = connectMsgpack({
    transport,
    // Nothing is asked of it by a keepalive.
    bot: {} as Bot,
    workerName: 'w',
    clock,
    logger: new RecordingLogger(),
  });
  const ask = (op: string) =>
    transport.listener?.onMessage(encode(new Map(Object.entries({ op, seq_number: 1 }))));
  return { clock, transport, connected, ask };
}

describe('a master that does not attach us', () => {
  it('has a worker of that name, probably, where it hangs up without a question', async () => {
    const { connected, transport } = connecting();
    transport.listener?.onClosed({ error: undefined, reason: '' });
    expect(await connected).toMatchObject({ problem: { kind: 'duplicate-name' } });
  });

  it('has closed the connection where it had asked before', async () => {
    const { connected, transport, ask } = connecting();
    ask('keepalive');
    transport.listener?.onClosed({ error: undefined, reason: 'bye' });
    expect(await connected).toMatchObject({
      problem: { kind: 'closed-by-master', problem: { key: 'session.closedBeforeAttached' } },
    });
  });

  it('is given up after a minute of silence, and not before', async () => {
    const { connected, clock, ask } = connecting();
    clock.advance(59_000);
    ask('keepalive');
    clock.advance(59_000);
    const before = await Promise.race([connected, Promise.resolve('goes on')]);
    expect(before).toBe('goes on');
    clock.advance(2_000);
    expect(await connected).toMatchObject({
      problem: { kind: 'timed-out', problem: { key: 'session.attachingTooSlow' } },
    });
  });

  it('does not answer the login where it asks nothing for a minute', async () => {
    const { connected, clock } = connecting();
    clock.advance(60_000);
    expect(await connected).toMatchObject({
      problem: { kind: 'login-unanswered', problem: { facts: { peer: 'ci:9990', seconds: 60 } } },
    });
  });

  it('is given up after ten minutes, whatever it asks meanwhile', async () => {
    const { connected, clock, ask, transport } = connecting();
    for (let seconds = 0; seconds < 600; seconds += 30) {
      expect(await Promise.race([connected, Promise.resolve('goes on')])).toBe('goes on');
      ask('keepalive');
      transport.listener?.onSignOfLife();
      await clock.advanceAsync(30_000);
    }
    expect(await Promise.race([connected, Promise.resolve('goes on')])).toMatchObject({
      problem: { kind: 'timed-out' },
    });
  });

  it('speaks something else where its bytes are no MessagePack', async () => {
    const { connected, transport } = connecting();
    transport.listener?.onMessage(new Uint8Array([0xc1]));
    expect(await connected).toMatchObject({ problem: { kind: 'protocol-error' } });
  });
});
