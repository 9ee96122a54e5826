import { plainText } from '../../lib/plain-text.ts';
import { encodeText } from '../updates/python-encodings.ts';

/**
 * A value as Python's `repr` writes it, as far as values arrive from a master: None, booleans,
 * numbers, text, lists and dictionaries.
 */
export function reprOf(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return reprOfText(value);
  if (value instanceof Uint8Array) return reprOfBytes(value);
  if (Array.isArray(value)) return `[${value.map(reprOf).join(', ')}]`;
  if (typeof value === 'object') {
    const pairs = Object.entries(value).map(([key, item]) => `${reprOf(key)}: ${reprOf(item)}`);
    return `{${pairs.join(', ')}}`;
  }
  return plainText(value);
}

/** Text as Python shows it after encoding it: `b'echo'`. */
export function reprOfEncoded(text: string, pythonEncoding: string): string {
  return reprOfBytes(encodeText(text, pythonEncoding));
}

function reprOfBytes(bytes: Uint8Array): string {
  const characters = [...bytes].map((byte) => String.fromCharCode(byte));
  const quote = quoteFor(characters.join(''));
  const isPlain = (character: string): boolean => character >= ' ' && character <= '~';
  return `b${quote}${characters.map((c) => (isPlain(c) && c !== quote ? plain(c) : escaped(c, quote))).join('')}${quote}`;
}

function reprOfText(text: string): string {
  const quote = quoteFor(text);
  const isPlain = (character: string): boolean =>
    character === ' ' || !/^[\p{C}\p{Z}]$/u.test(character);
  return `${quote}${[...text].map((c) => (isPlain(c) && c !== quote ? plain(c) : escaped(c, quote))).join('')}${quote}`;
}

/** Double quotes only where that saves escaping single ones. */
function quoteFor(text: string): string {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}

function plain(character: string): string {
  return character === '\\' ? '\\\\' : character;
}

function escaped(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
