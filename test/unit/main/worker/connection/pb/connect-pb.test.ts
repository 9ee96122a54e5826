import { describe, expect, it } from 'vitest';
import { toTeardown } from '../../../../../../main/lib/teardown.ts';
import type { Transport, TransportListener } from '../../../../../../main/transport/transport.ts';
import type { Bot } from '../../../../../../main/worker/bot.ts';
import { connectPb } from '../../../../../../main/worker/connection/pb/connect-pb.ts';
import { FakeClock } from '../../../../../support/fake-clock.ts';
import { RecordingLogger } from '../../../../../support/recording-logger.ts';
import { wordedWith } from '../../../../../support/worded.ts';

/** A connection to something that says no word of its own accord. */
class SilentTransport implements Transport {
  readonly peer = 'ci:9989';
  readonly isWritable = true;
  readonly queuedBytes = 0;
  readonly written: Uint8Array[] = [];
  #listener: TransportListener | undefined;

  outgoing() {
    return { writtenBytes: 0, queuedBytes: 0, unacknowledgedBytes: undefined };
  }
  onWritableChanged() {
    return toTeardown(() => {});
  }
  listen(listener: TransportListener): void {
    this.#listener = listener;
  }
  write(chunks: readonly Uint8Array[]): void {
    this.written.push(...chunks);
  }
  stopReading(): void {}
  readAgain(): void {}
  end(): void {
    this.destroy();
  }
  destroy(): void {
    this.#listener?.onClosed(undefined);
  }
  receive(bytes: Uint8Array): void {
    this.#listener?.onData(bytes);
  }
}

/** How a try ends that is not greeted, `seconds` after it began at the latest. */
async function tryOf(wasMaster: boolean, answer: string | undefined, seconds: number) {
  const clock = new FakeClock();
  const transport = new SilentTransport();
  let asked = 0;
  const connecting = connectPb({
    transport,
    // Nobody is attached, so nothing is asked of it.
    bot: {} as Bot,
    workerName: 'w',
    password: 'p',
    clock,
    logger: new RecordingLogger(),
    arrival: { wasMaster, mayBeCrowded: false, greeted: async () => {} },
    askAsBrowser: async () => {
      asked += 1;
      return answer === undefined ? undefined : Buffer.from(answer, 'latin1');
    },
  });
  await clock.advanceAsync(seconds * 1000);
  const outcome = await Promise.race([connecting, Promise.resolve('goes on' as const)]);
  return { outcome, asked, written: transport.written.length, timers: clock.pendingTimers };
}

const GREETING = Buffer.from('02800282706204826e6f6e65', 'hex');
/** A list of one string, which is far longer than what comes of it. */
const LONG_STRING = Buffer.concat([
  Buffer.from([0x01, 0x80, 0x7f, 0x04, 0x82]),
  Buffer.alloc(100, 'a'),
]);

/** How a try stands after `seconds`, at something that sends one of the pieces every `everySeconds`. */
async function trickle(pieces: readonly Uint8Array[], everySeconds: number, seconds: number) {
  const clock = new FakeClock();
  const transport = new SilentTransport();
  const connecting = connectPb({
    transport,
    bot: {} as Bot,
    workerName: 'w',
    password: 'p',
    clock,
    logger: new RecordingLogger(),
    arrival: { wasMaster: true, mayBeCrowded: false, greeted: async () => {} },
    askAsBrowser: async () => undefined,
  });
  for (let at = 0; at * everySeconds < seconds; at += 1) {
    transport.receive(pieces[at] ?? Buffer.alloc(0));
    await clock.advanceAsync(Math.min(everySeconds, seconds - at * everySeconds) * 1000);
  }
  return Promise.race([connecting, Promise.resolve('goes on' as const)]);
}

function bytesOf(all: Uint8Array): Uint8Array[] {
  return [...all].map((byte) => Uint8Array.of(byte));
}

describe('a master that sends a byte now and then', () => {
  it('is given up after 15 s while it greets', async () => {
    const greeting = bytesOf(GREETING);
    expect(await trickle(greeting, 4, 14.9)).toBe('goes on');
    expect(await trickle(greeting, 4, 15)).toMatchObject({ problem: { kind: 'timed-out' } });
  });

  it('is given up after ten minutes while we log in', async () => {
    const pieces = [GREETING, ...bytesOf(LONG_STRING)];
    expect(await trickle(pieces, 30, 599)).toBe('goes on');
    expect(await trickle(pieces, 30, 600)).toMatchObject({ problem: { kind: 'login-unanswered' } });
  });
});

describe('a port that does not greet', () => {
  it('is said to be slow after 15 s where it was a master before, and is never asked', async () => {
    expect(await tryOf(true, undefined, 14.9)).toMatchObject({ outcome: 'goes on', asked: 0 });
    expect(await tryOf(true, undefined, 15)).toMatchObject({
      outcome: { ok: false, problem: { kind: 'timed-out', problem: wordedWith('slow or busy') } },
      asked: 0,
      written: 0,
      timers: 0,
    });
  });

  it('is asked on another connection where it never was one, and named as what it is', async () => {
    expect(await tryOf(false, 'HTTP/1.0 200 OK', 5)).toMatchObject({
      outcome: { ok: false, problem: { kind: 'not-a-master' } },
      asked: 1,
      written: 0,
      timers: 0,
    });
  });

  it('is waited for where it greets on that connection as a master does', async () => {
    expect(await tryOf(false, '\x02\x80', 14.9)).toMatchObject({ outcome: 'goes on', asked: 1 });
    expect(await tryOf(false, '\x02\x80', 15)).toMatchObject({
      outcome: { problem: { kind: 'timed-out' } },
      written: 0,
    });
  });

  it('may be a busy master or none after 15 s where nothing ever came from it', async () => {
    expect(await tryOf(false, undefined, 15)).toMatchObject({
      outcome: { problem: { kind: 'timed-out', problem: wordedWith('busy, or this is not its') } },
      written: 0,
    });
  });
});
