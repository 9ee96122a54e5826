import { systemClock } from '../../main/lib/clock.ts';
import { toTeardown } from '../../main/lib/teardown.ts';
import { silentLogger } from '../../main/logging/logger.ts';
import type {
  CommandContext,
  FileReader,
  FileWriter,
  UpdateSink,
  WireArguments,
} from '../../main/worker/command.ts';
import { findCommand } from '../../main/worker/commands/find-command.ts';
import { LeftProcesses } from '../../main/worker/process/tree/left-processes.ts';
import type { UpdateValue } from '../../main/worker/update.ts';

/** A key of an update and what came with it, as a command gave it to the sink. */
export type RecordedUpdate = readonly [key: string, value: UpdateValue];

/** Keeps what a command sends, in order; `elapsed` without its figure. */
export class RecordingSink implements UpdateSink {
  readonly updates: RecordedUpdate[] = [];
  readonly isWritable = true;

  onWritableChanged(): { dispose(): void } {
    return toTeardown(() => {});
  }

  header(text: string): void {
    this.updates.push(['header', text]);
  }

  stdout(text: string): void {
    this.updates.push(['stdout', text]);
  }

  stderr(text: string): void {
    this.updates.push(['stderr', text]);
  }

  output(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    this.updates.push([stream, Buffer.from(bytes).toString('utf8')]);
  }

  logOutput(logName: string, bytes: Uint8Array): void {
    this.updates.push(['log', [logName, Buffer.from(bytes).toString('utf8')]]);
  }

  value(key: string, value: UpdateValue): void {
    this.updates.push([key, key === 'elapsed' ? secondsOnly(value) : value]);
  }

  flush(): void {}

  /** What was sent with a key, in order. */
  valuesOf(key: string): UpdateValue[] {
    return this.updates.filter(([sent]) => sent === key).map(([, value]) => value);
  }
}

/** Updates with neighbouring texts of a stream joined, and without the figure of `elapsedTime`. */
export function joinedTexts(updates: readonly RecordedUpdate[]): RecordedUpdate[] {
  const joined: RecordedUpdate[] = [];
  for (const [key, value] of updates) {
    const last = joined.at(-1);
    const continues = last?.[0] === key && typeof last[1] === 'string';
    if (continues && typeof value === 'string') joined.splice(-1, 1, [key, last[1] + value]);
    else joined.push([key, value]);
  }
  return joined.map(([key, value]) => [key, typeof value === 'string' ? timeless(value) : value]);
}

function timeless(text: string): string {
  return text.replace(/^elapsedTime=\d+\.\d{6}$/gm, 'elapsedTime=SECONDS');
}

function secondsOnly(value: UpdateValue): UpdateValue {
  const isFloat = typeof value === 'object' && value !== null && 'float' in value;
  return isFloat ? 'seconds' : value;
}

/** What a command gets in tests, with its base directory and the sink that records. */
export function recordingContext(
  basedir: string,
  changes: Partial<Omit<CommandContext, 'updates'>> = {},
): CommandContext & { readonly updates: RecordingSink } {
  return {
    commandId: '1',
    builderName: 'linux-build',
    basedir,
    environment: { PATH: process.env.PATH ?? '' },
    unicodeEncoding: 'utf-8',
    fileAccess: 'basedir',
    clock: systemClock,
    logger: silentLogger,
    leftProcesses: new LeftProcesses(),
    leftoverProcesses: 'command',
    leftovers: { keep: () => false, endWithCommand: () => {} },
    ...changes,
    updates: new RecordingSink(),
  };
}

/** Runs a command of the registry to its end; `failure` is what it rejected with. */
export async function runCommand(
  name: string,
  args: WireArguments,
  context: CommandContext & { readonly updates: RecordingSink },
): Promise<{ updates: readonly RecordedUpdate[]; failure: unknown }> {
  const definition = findCommand(name);
  if (!definition) throw new Error(`no command ${name}`);
  const command = definition.create(args, context);
  const { updates } = context.updates;
  try {
    await command.run();
    return { updates, failure: undefined };
  } catch (failure) {
    return { updates, failure };
  }
}

/** A call that a remote file got. */
export type RemoteFileCall = readonly [name: string, ...args: readonly number[]];

/**
 * A master's file that takes an upload, and answers when the test lets it.
 *
 * `answer` is asked once per call, with its number from 0; it may reject or take its time.
 */
export class FakeWriter implements FileWriter {
  readonly calls: RemoteFileCall[] = [];
  readonly blocks: Uint8Array[] = [];
  readonly #answer: (call: RemoteFileCall, index: number) => Promise<void>;
  unanswered = 0;
  mostUnanswered = 0;
  mostUnansweredBytes = 0;
  #unansweredBytes = 0;

  constructor(answer: (call: RemoteFileCall, index: number) => Promise<void> = async () => {}) {
    this.#answer = answer;
  }

  get content(): Buffer {
    return Buffer.concat(this.blocks);
  }

  async write(block: Uint8Array): Promise<void> {
    const place = this.blocks.push(block) - 1;
    this.#unansweredBytes += block.length;
    this.mostUnansweredBytes = Math.max(this.mostUnansweredBytes, this.#unansweredBytes);
    try {
      await this.#call('write', block.length);
    } finally {
      // Up to here the block must not be written to, and from here on it may.
      this.blocks[place] = Uint8Array.from(block);
      this.#unansweredBytes -= block.length;
    }
  }

  close(): Promise<void> {
    return this.#call('close');
  }

  utime(accessTimeSeconds: number, modifiedTimeSeconds: number): Promise<void> {
    return this.#call('utime', accessTimeSeconds, modifiedTimeSeconds);
  }

  unpack(): Promise<void> {
    return this.#call('unpack');
  }

  async #call(...call: RemoteFileCall): Promise<void> {
    this.unanswered += 1;
    this.mostUnanswered = Math.max(this.mostUnanswered, this.unanswered);
    const index = this.calls.push(call) - 1;
    try {
      await this.#answer(call, index);
    } finally {
      this.unanswered -= 1;
    }
  }
}

/** A master's file that is downloaded: `content`, or whatever `read` answers. */
export class FakeReader implements FileReader {
  readonly calls: RemoteFileCall[] = [];
  readonly #read: (length: number, index: number) => Promise<Uint8Array | null>;
  #offset = 0;
  unanswered = 0;
  mostUnanswered = 0;

  constructor(
    content: Uint8Array | ((length: number, index: number) => Promise<Uint8Array | null>),
  ) {
    this.#read =
      typeof content === 'function'
        ? content
        : async (length) => {
            const block = content.subarray(this.#offset, this.#offset + length);
            this.#offset += block.length;
            return block;
          };
  }

  async read(length: number): Promise<Uint8Array | null> {
    this.unanswered += 1;
    this.mostUnanswered = Math.max(this.mostUnanswered, this.unanswered);
    const index = this.calls.push(['read', length]) - 1;
    try {
      return await this.#read(length, index);
    } finally {
      this.unanswered -= 1;
    }
  }

  async close(): Promise<void> {
    this.calls.push(['close']);
  }
}
