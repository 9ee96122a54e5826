import type { Terminal } from './terminal.ts';

/** Characters that JSON leaves as they are and a terminal does not. */
const ACTING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Prints a value as JSON that other programs read: what would act on a terminal is escaped as JSON does it. */
export function printJson(value: object, terminal: Pick<Terminal, 'write'>): void {
  const text = JSON.stringify(value, undefined, 2);
  terminal.write(`${text.replace(ACTING, escaped)}\n`);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
