import { describe, expect, it } from 'vitest';
import { plainText } from '../../main/lib/plain-text.ts';
import type { MsgpackValue } from '../../main/msgpack/msgpack-value.ts';
import { MOST_UNANSWERED_UPDATE_BYTES } from '../../main/worker/master-limits.ts';
import { shellArguments } from '../support/daemon-commands.ts';
import { notOn } from '../support/only-on.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { msgpackMaster } from '../support/test-msgpack-master.ts';
import { waitFor } from '../support/wait-for.ts';
import { makeWorker, startMaster } from '../support/worker-rig.ts';

const basedir = temporaryBasedir();

const PRINTED_BYTES = 4 * MOST_UNANSWERED_UPDATE_BYTES;
/** Batches and the pipe may still be on their way when the limit is reached. */
const SLACK_BYTES = 1024 * 1024;
/** In whole lines of 32 bytes. */
const PRINTS_MUCH = `yes "one line of a build that prints" | head -c ${PRINTED_BYTES}`;
/** A silence for which the command is ended; it must not run while the command is held back. */
const TIMEOUT_SECONDS = 1;

interface Printing {
  /** Bytes of output that the master has read. */
  received(): number;
  /** The master answers everything from now on. */
  answer(): void;
  /** The value of `rc`, once the command has completed. */
  readonly rc: Promise<unknown>;
}

function withheld() {
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  return { answered, answer };
}

const PROTOCOLS = {
  'Perspective Broker': async (): Promise<Printing> => {
    const master = await startMaster();
    const attached = master.nextAttached();
    makeWorker(basedir.path, master.port).worker.start();
    const remote = await attached;
    const { answered, answer } = withheld();
    const seen = { bytes: 0, rc: undefined as unknown };
    const args = { ...shellArguments(PRINTS_MUCH), timeout: TIMEOUT_SECONDS };
    const command = await remote.startCommand('linux', 'shell', args, ([key, value]) => {
      if (key === 'stdout') seen.bytes += plainText(value).length;
      if (key === 'rc') seen.rc = value;
    });
    command.answerLater(answered);
    return { received: () => seen.bytes, answer, rc: command.completed.then(() => seen.rc) };
  },
  MessagePack: async (): Promise<Printing> => {
    const master = await msgpackMaster();
    const attached = master.nextWorker();
    const changes = { protocol: 'msgpack_experimental_v7' } as const;
    makeWorker(basedir.path, master.port, changes).worker.start();
    const remote = await attached;
    const { answered, answer } = withheld();
    remote.updatesAnswered = answered;
    const seen = { bytes: 0, rc: undefined as unknown };
    remote.onPair = ([key, value]) => {
      if (key === 'stdout') seen.bytes += textLengthOf(value);
      if (key === 'rc') seen.rc = value;
    };
    const command = await remote.shell(PRINTS_MUCH, 'linux', { timeout: TIMEOUT_SECONDS });
    return { received: () => seen.bytes, answer, rc: command.completed.then(() => seen.rc) };
  },
} as const;

function textLengthOf(value: MsgpackValue): number {
  return Array.isArray(value) ? plainText(value[0]).length : 0;
}

describe.each(Object.entries(PROTOCOLS))(
  'a master that reads updates and answers none, over %s',
  notOn('win32', 'the commands of these tests are POSIX shell'),
  (_name, startPrinting) => {
    it('is sent no more than the limit, and everything once it answers', async () => {
      const printing = await startPrinting();
      await waitFor(() => {
        expect(printing.received()).toBeGreaterThan(MOST_UNANSWERED_UPDATE_BYTES - SLACK_BYTES);
      });
      await settled(printing.received);
      expect(printing.received()).toBeLessThan(MOST_UNANSWERED_UPDATE_BYTES + SLACK_BYTES);
      printing.answer();
      expect(await printing.rc).toBe(0);
      expect(printing.received()).toBe(PRINTED_BYTES);
    });
  },
);

/** Resolves when a figure has stayed the same for three times the command's own limit on silence. */
async function settled(figure: () => number): Promise<void> {
  let last = figure();
  let sinceMs = performance.now();
  await waitFor(() => {
    if (figure() !== last) {
      last = figure();
      sinceMs = performance.now();
    }
    expect(performance.now() - sinceMs).toBeGreaterThan(3_000 * TIMEOUT_SECONDS);
  });
}
