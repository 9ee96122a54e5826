import type { Span } from './span.ts';

const MAX_SNIPPET_LENGTH = 60;

/** The line of a position, counted from 1. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split(/\r\n?|\n/).length;
}

/** Code as one short line; `hideTexts` leaves out what is in quotes. */
export function snippetOf(text: string, { from, to }: Span, hideTexts: boolean): string {
  const code = text.slice(from, to);
  const shown = hideTexts ? withoutTexts(code) : code;
  const line = shown.replaceAll(/\s+/g, ' ').trim();
  return line.length <= MAX_SNIPPET_LENGTH ? line : `${line.slice(0, MAX_SNIPPET_LENGTH - 1)}…`;
}

/** Everything between quotes may be a secret, even where a quote is never closed. */
function withoutTexts(code: string): string {
  return code.replaceAll(/('''|"""|'|")(?:\\[\s\S]|(?!\1)[\s\S])*(?:\1|$)/g, '$1…$1');
}
