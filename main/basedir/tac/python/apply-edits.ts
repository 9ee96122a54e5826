import type { Span } from './span.ts';

/** A piece of a text and what to put in its place. */
export interface Edit extends Span {
  readonly replacement: string;
}

/** Makes edits that do not overlap; those at one place keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { from, to, replacement } of [...edits].sort((a, b) => a.from - b.from)) {
    parts.push(text.slice(end, from), replacement);
    end = to;
  }
  return parts.join('') + text.slice(end);
}

/** The line end a text uses. */
export function lineEndOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
