import { Buffer } from 'node:buffer';
import type { NewlineRule } from './newlines.ts';

/** Takes whole lines. */
export interface LinesSink {
  /** What the next piece may cost; a single line may cost more. Changes with every piece. */
  readonly room: number;
  /** `utf8` ends with a newline, `timeSeconds` is when the first bytes of its lines came. */
  addLines(utf8: Buffer, lineCount: number, timeSeconds: number): void;
}

/** How lines are made of text. */
export interface LineRules {
  readonly newlines: NewlineRule;
  /** In characters, the newline not counted; a line as long as this is cut one character earlier. */
  readonly maxLineLength: number;
}

/** What the Python worker adds per line: eight bytes for its end, eight for its time. */
const COST_PER_LINE = 16;

const NEWLINE = 0x0a;
const ONE_NEWLINE = Buffer.from('\n');
const NOTHING = Buffer.alloc(0);

/** What lines cost against the size of a batch. */
export function costOf(sizeBytes: number, lineCount: number): number {
  return sizeBytes + COST_PER_LINE * lineCount;
}

/**
 * Cuts one stream of text into whole lines and holds back the last, unfinished one.
 *
 * Text that needs no change is passed on as views of what came in, so that it must not be written to
 * afterwards. The unfinished line is held as a copy, less than `maxLineLength` characters of it.
 *
 * Source: buildbot_worker, util/lineboundaries.py, LineBoundaryFinder; that one loses the characters
 *         where it cuts a long line, this one does not.
 */
export class LineSplitter {
  readonly #rules: LineRules;
  readonly #sink: LinesSink;
  #held: Buffer = NOTHING;
  #heldSince = 0;

  constructor(rules: LineRules, sink: LinesSink) {
    this.#rules = rules;
    this.#sink = sink;
  }

  append(utf8: Buffer, timeSeconds: number): void {
    if (utf8.length === 0) return;
    if (this.#held.length === 0) {
      this.#appendAfterLine(this.#rules.newlines.normalise(utf8), timeSeconds);
    } else if (this.#rules.newlines.mayContinue(this.#held)) {
      const text = this.#rules.newlines.normalise(Buffer.concat([this.#held, utf8]));
      this.#held = NOTHING;
      this.#appendToHeld(text, timeSeconds);
    } else {
      this.#appendToHeld(this.#rules.newlines.normalise(utf8), timeSeconds);
    }
  }

  /** Ends the unfinished line, if there is one, with a newline. */
  flush(): void {
    if (this.#held.length > 0) this.append(ONE_NEWLINE, this.#heldSince);
  }

  /** The first line of `text` began with what was held, at that time; the others begin now. */
  #appendToHeld(text: Buffer, timeSeconds: number): void {
    const firstEnd = text.indexOf(NEWLINE) + 1;
    if (firstEnd === 0) {
      this.#hold(Buffer.concat([this.#held, text]), this.#heldSince);
      return;
    }
    const firstLine = Buffer.concat([this.#held, text.subarray(0, firstEnd)]);
    this.#held = NOTHING;
    this.#appendAfterLine(firstLine, this.#heldSince);
    this.#appendAfterLine(text.subarray(firstEnd), timeSeconds);
  }

  #appendAfterLine(text: Buffer, timeSeconds: number): void {
    const { maxLineLength } = this.#rules;
    let { room } = this.#sink;
    let pieceStart = 0;
    let pieceCost = 0;
    let pieceLines = 0;
    let lineStart = 0;
    for (let at = nextNewline(text, 0); at >= 0; at = nextNewline(text, lineStart)) {
      const cost = costOf(at + 1 - lineStart, 1);
      const isLong = at - lineStart >= maxLineLength;
      if (pieceLines > 0 && (isLong || pieceCost + cost > room)) {
        this.#sink.addLines(text.subarray(pieceStart, lineStart), pieceLines, timeSeconds);
        pieceStart = lineStart;
        pieceCost = 0;
        pieceLines = 0;
        room = this.#sink.room;
      }
      if (isLong) {
        const rest = this.#cutLong(text.subarray(lineStart, at + 1), timeSeconds);
        this.#sink.addLines(rest, 1, timeSeconds);
        pieceStart = at + 1;
        room = this.#sink.room;
      } else {
        pieceCost += cost;
        pieceLines++;
      }
      lineStart = at + 1;
    }
    if (pieceLines > 0) {
      const isAll = pieceStart === 0 && lineStart === text.length;
      const piece = isAll ? text : text.subarray(pieceStart, lineStart);
      this.#sink.addLines(piece, pieceLines, timeSeconds);
    }
    if (lineStart < text.length) this.#hold(text.subarray(lineStart), timeSeconds);
  }

  #hold(unfinished: Buffer, sinceSeconds: number): void {
    // A copy: a view would keep the whole chunk of the pipe alive for a few characters.
    this.#held = Buffer.from(this.#cutLong(unfinished, sinceSeconds));
    this.#heldSince = sinceSeconds;
  }

  /** Gives out as many full lines as a long line makes; returns what is left of it. */
  #cutLong(line: Buffer, timeSeconds: number): Buffer {
    const { maxLineLength } = this.#rules;
    let rest = line;
    let pieces: Buffer[] = [];
    let cost = 0;
    const giveOut = (): void => {
      if (pieces.length > 0)
        this.#sink.addLines(Buffer.concat(pieces), pieces.length / 2, timeSeconds);
      pieces = [];
      cost = 0;
    };
    for (;;) {
      const cut = cutAt(rest, maxLineLength);
      if (cut < 0) break;
      if (cost + costOf(cut + 1, 1) > this.#sink.room) giveOut();
      pieces.push(rest.subarray(0, cut), ONE_NEWLINE);
      cost += costOf(cut + 1, 1);
      rest = rest.subarray(cut);
    }
    giveOut();
    return rest;
  }
}

/** Most newlines are near, and calling out to look for one costs more than these few steps. */
const NEAR = 32;

function nextNewline(text: Buffer, from: number): number {
  const nearEnd = Math.min(from + NEAR, text.length);
  for (let at = from; at < nearEnd; at++) {
    if (text[at] === NEWLINE) return at;
  }
  return nearEnd < text.length ? text.indexOf(NEWLINE, nearEnd) : -1;
}

/**
 * Where the first line of a line of `maxLineLength` characters or more ends, in bytes; -1 when the
 * line is shorter. A newline at its end is no character of it.
 */
function cutAt(line: Buffer, maxLineLength: number): number {
  if (line.length < maxLineLength) return -1;
  const end = line[line.length - 1] === NEWLINE ? line.length - 1 : line.length;
  let characters = 0;
  let cut = -1;
  for (let at = 0; at < end; at++) {
    // Bytes 10xxxxxx go on with a character.
    if (((line[at] ?? 0) & 0xc0) === 0x80) continue;
    if (characters === maxLineLength - 1) cut = at;
    characters++;
    if (characters === maxLineLength) return cut;
  }
  return -1;
}
