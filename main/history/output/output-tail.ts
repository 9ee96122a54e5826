import type { CommandText, TextPiece } from '../../contract/builds/kept-output.ts';

/** What is kept of one command's output, in characters. */
export const KEPT_CHARACTERS = 200_000;

interface Part {
  readonly pieces: TextPiece[];
  length: number;
}

/** The last output of a command that runs, whole lines of it, however much it prints. */
export class OutputTail {
  /** As much as is kept, or nothing yet: what is too much goes without looking at it again. */
  #older: Part = { pieces: [], length: 0 };
  #newer: Part = { pieces: [], length: 0 };
  #isCut = false;

  add(stream: string, text: string): void {
    if (this.#newer.length > KEPT_CHARACTERS) {
      this.#isCut ||= this.#older.length > 0;
      this.#older = this.#newer;
      this.#newer = { pieces: [], length: 0 };
    }
    const { pieces } = this.#newer;
    const last = pieces.at(-1);
    if (last?.stream === stream) pieces[pieces.length - 1] = { stream, text: last.text + text };
    else pieces.push({ stream, text });
    this.#newer.length += text.length;
  }

  /** Undefined while it has printed nothing. */
  get text(): CommandText | undefined {
    const all = [...this.#older.pieces, ...this.#newer.pieces];
    const tooMuch = this.#older.length + this.#newer.length - KEPT_CHARACTERS;
    const pieces = tooMuch > 0 ? withoutFirst(all, tooMuch) : all;
    if (pieces.length === 0) return undefined;
    return { pieces, isCut: this.#isCut || tooMuch > 0 };
  }
}

/** Without at least so many characters, and from there on to the end of the line. */
function withoutFirst(pieces: readonly TextPiece[], characters: number): readonly TextPiece[] {
  const kept: TextPiece[] = [];
  let toDrop = characters;
  for (const { stream, text } of pieces) {
    const rest = toDrop <= 0 ? text : text.slice(lineEndAfter(text, toDrop));
    if (rest !== '') kept.push({ stream, text: rest });
    toDrop -= text.length;
  }
  if (kept.length > 0) return kept;
  // One line that is longer than all that is kept.
  const last = pieces.at(-1);
  return last ? [{ stream: last.stream, text: last.text.slice(-KEPT_CHARACTERS) }] : [];
}

/** Where the first line begins that lies in the text whole, `from` so many characters on; its end where none does. */
function lineEndAfter(text: string, from: number): number {
  const end = from > text.length ? -1 : text.indexOf('\n', from - 1);
  return end < 0 ? text.length : end + 1;
}
