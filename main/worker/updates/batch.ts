import { Buffer } from 'node:buffer';
import type { Update, UpdateValue } from '../update.ts';
import { costOf } from './line-splitter.ts';

/** Where lines belong: a stream of the command, or a log file by its name. */
export type TextTarget =
  | { readonly kind: 'text'; readonly stream: 'stdout' | 'stderr' | 'header' }
  | { readonly kind: 'log'; readonly logName: string };

interface TextEntry {
  readonly target: TextTarget;
  readonly pieces: Buffer[];
  readonly arrivals: { endByte: number; timeSeconds: number }[];
  sizeBytes: number;
}

type Entry = TextEntry | Extract<Update, { kind: 'value' }>;

/** What the Python worker counts for an update that is no text. */
const COST_OF_VALUE = 20;

/**
 * Updates on their way to the master, in order; neighbours of one stream are joined.
 *
 * Source: buildbot_worker, util/buffer_manager.py, BufferManager.
 */
export class Batch {
  readonly #capacity: number;
  readonly #send: (updates: readonly Update[]) => void;
  #entries: Entry[] = [];
  #cost = 0;

  /** Calls `send` by itself whenever something more would not fit. */
  constructor(capacity: number, send: (updates: readonly Update[]) => void) {
    this.#capacity = capacity;
    this.#send = send;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** What more may cost to leave with this batch or, where hardly anything is left, with the next. */
  get room(): number {
    const left = this.#capacity - this.#cost;
    return left > this.#capacity / 16 ? left : this.#capacity;
  }

  /** `target` must be the same object for the same stream. */
  addLines(target: TextTarget, utf8: Buffer, lineCount: number, timeSeconds: number): void {
    this.#makeRoom(costOf(utf8.length, lineCount));
    const last = this.#entries.at(-1);
    if (last !== undefined && 'target' in last && last.target === target) {
      addPiece(last, utf8, timeSeconds);
      return;
    }
    const entry: TextEntry = { target, pieces: [], arrivals: [], sizeBytes: 0 };
    addPiece(entry, utf8, timeSeconds);
    this.#entries.push(entry);
  }

  addValue(key: string, value: UpdateValue): void {
    this.#makeRoom(COST_OF_VALUE);
    this.#entries.push({ kind: 'value', key, value });
  }

  send(): void {
    if (this.isEmpty) return;
    const updates = this.#entries.map(updateFrom);
    this.#entries = [];
    this.#cost = 0;
    this.#send(updates);
  }

  #makeRoom(cost: number): void {
    if (this.#cost + cost > this.#capacity) this.send();
    this.#cost += cost;
  }
}

function addPiece(entry: TextEntry, utf8: Buffer, timeSeconds: number): void {
  entry.pieces.push(utf8);
  entry.sizeBytes += utf8.length;
  const last = entry.arrivals.at(-1);
  if (last?.timeSeconds === timeSeconds) last.endByte = entry.sizeBytes;
  else entry.arrivals.push({ endByte: entry.sizeBytes, timeSeconds });
}

function updateFrom(entry: Entry): Update {
  if (!('target' in entry)) return entry;
  const { target, pieces, arrivals, sizeBytes } = entry;
  const [only] = pieces;
  const utf8 = pieces.length === 1 && only ? only : Buffer.concat(pieces, sizeBytes);
  return { ...target, lines: { utf8, arrivals } };
}
