import { Buffer } from 'node:buffer';
import type { Clock, Timer } from '../../lib/clock.ts';
import type { Teardown } from '../../lib/teardown.ts';
import type { CommandLink, UpdateSink } from '../command.ts';
import type { UpdateValue } from '../update.ts';
import { Batch, type TextTarget } from './batch.ts';
import { LineSplitter } from './line-splitter.ts';
import { DEFAULT_NEWLINE_PATTERN, newlineRuleFrom } from './newlines.ts';
import { createOutputDecoder, type OutputDecoder } from './output-decoder.ts';

/** How output is cut and batched; a master that speaks MessagePack sets some of it. */
export interface UpdateSettings {
  /** Size of a batch: its text, and 16 bytes per line. Default 65,536. */
  readonly bufferSizeBytes: number;
  /** How long output waits that follows a silence. Default 250. */
  readonly firstDelayMs: number;
  /** How long output waits at most while more and more comes. Default 5,000. */
  readonly delayMs: number;
  /** In characters; longer lines are cut. Default 4,096. */
  readonly maxLineLength: number;
  /** What counts as a newline, in Python's syntax. */
  readonly newlinePattern: string;
}

const DEFAULT_UPDATE_SETTINGS: UpdateSettings = {
  bufferSizeBytes: 64 * 1024,
  firstDelayMs: 250,
  delayMs: 5000,
  maxLineLength: 4096,
  newlinePattern: DEFAULT_NEWLINE_PATTERN,
};

export interface CommandUpdatesOptions {
  readonly link: CommandLink;
  readonly clock: Clock;
  /** Python's name of the encoding of programs' output. */
  readonly unicodeEncoding: string;
  readonly settings?: Partial<UpdateSettings> | undefined;
  /** Called with whole lines as soon as they are complete; `stream` may be a log file's name. */
  readonly onOutput?: ((stream: string, utf8: Uint8Array) => void) | undefined;
  /** Called with each value, such as `rc`. */
  readonly onValue?: ((key: string, value: UpdateValue) => void) | undefined;
}

/** How long nothing must have come for the next output to leave soon again. */
const SILENCE_MS = 1000;

interface Stream {
  readonly name: string;
  readonly lines: LineSplitter;
  decoder: OutputDecoder | undefined;
}

/**
 * A command's updates on their way to the master: bytes become text, text becomes whole lines, lines
 * and values leave in batches and in order.
 *
 * Holds at most one batch and one unfinished line per stream. Bytes are passed on as views wherever
 * they need no change, so what is given to `output` and `logOutput` must not be written to again.
 *
 * Source: buildbot_worker, base.py, ProtocolCommandBase.
 */
export class CommandUpdates implements UpdateSink {
  readonly #options: CommandUpdatesOptions;
  readonly #settings: UpdateSettings;
  readonly #batch: Batch;
  readonly #streams = new Map<string, Stream>();
  #timer: Timer | undefined;
  #isDisposed = false;
  #delayMs: number;
  #lastAddedMs = Number.NEGATIVE_INFINITY;

  constructor(options: CommandUpdatesOptions) {
    this.#options = options;
    this.#settings = { ...DEFAULT_UPDATE_SETTINGS, ...options.settings };
    this.#delayMs = this.#settings.firstDelayMs;
    this.#batch = new Batch(this.#settings.bufferSizeBytes, (updates) =>
      options.link.sendUpdates(updates),
    );
  }

  get isWritable(): boolean {
    return this.#options.link.isWritable;
  }

  onWritableChanged(listener: (isWritable: boolean) => void): Teardown {
    return this.#options.link.onWritableChanged(listener);
  }

  header(text: string): void {
    this.#addText('header', text);
  }

  stdout(text: string): void {
    this.#addText('stdout', text);
  }

  stderr(text: string): void {
    this.#addText('stderr', text);
  }

  output(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    this.#addBytes(this.#streamNamed(stream), bytes);
  }

  logOutput(logName: string, bytes: Uint8Array): void {
    this.#addBytes(this.#streamNamed(logName), bytes);
  }

  value(key: string, value: UpdateValue): void {
    if (this.#isDisposed) return;
    this.#batch.addValue(key, value);
    this.#options.onValue?.(key, value);
    this.#startTimer();
  }

  flush(): void {
    const names = [...this.#streams.keys()].sort(compareByCodePoint);
    for (const name of names) this.#streams.get(name)?.lines.flush();
    this.#sendBatch();
  }

  /** What was not flushed is lost, and so is what a command that was given up still sends. */
  dispose(): void {
    this.#isDisposed = true;
    this.#cancelTimer();
  }

  #cancelTimer(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #addText(stream: 'stdout' | 'stderr' | 'header', text: string): void {
    if (this.#isDisposed) return;
    this.#streamNamed(stream).lines.append(Buffer.from(text, 'utf8'), this.#timeSeconds());
  }

  #addBytes(stream: Stream, bytes: Uint8Array): void {
    if (this.#isDisposed) return;
    stream.decoder ??= createOutputDecoder(this.#options.unicodeEncoding);
    stream.lines.append(stream.decoder.decode(bytes), this.#timeSeconds());
  }

  #timeSeconds(): number {
    return this.#options.clock.now() / 1000;
  }

  /** As on the wire, a log file named like a stream shares its unfinished line. */
  #streamNamed(name: string): Stream {
    const known = this.#streams.get(name);
    if (known !== undefined) return known;
    const target = targetFrom(name);
    const { newlinePattern, maxLineLength } = this.#settings;
    const rules = { newlines: newlineRuleFrom(newlinePattern), maxLineLength };
    const batch = this.#batch;
    const lines = new LineSplitter(rules, {
      get room() {
        return batch.room;
      },
      addLines: (utf8, lineCount, timeSeconds) => {
        batch.addLines(target, utf8, lineCount, timeSeconds);
        this.#startTimer();
        this.#options.onOutput?.(name, utf8);
      },
    });
    const stream = { name, lines, decoder: undefined };
    this.#streams.set(name, stream);
    return stream;
  }

  /**
   * Output that follows a silence leaves soon; while it goes on without filling batches the pauses
   * double up to `delayMs`, so that neither a person nor the master waits for nothing.
   */
  #startTimer(): void {
    const { clock } = this.#options;
    const nowMs = clock.monotonicMs();
    if (nowMs - this.#lastAddedMs >= SILENCE_MS) {
      this.#delayMs = this.#settings.firstDelayMs;
      this.#cancelTimer();
    }
    this.#lastAddedMs = nowMs;
    this.#timer ??= clock.setTimer(this.#delayMs, () => {
      this.#delayMs = Math.min(this.#delayMs * 2, this.#settings.delayMs);
      this.#sendBatch();
    });
  }

  #sendBatch(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#batch.send();
  }
}

function targetFrom(name: string): TextTarget {
  if (name === 'stdout' || name === 'stderr' || name === 'header') {
    return { kind: 'text', stream: name };
  }
  return { kind: 'log', logName: name };
}

/** Python's order of strings, which differs from JavaScript's beyond U+FFFF. */
function compareByCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}
