import { plainText } from '../../lib/plain-text.ts';
import { asBuffer } from '../as-buffer.ts';
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
  const text = asBuffer(bytes).toString('latin1');
  if (!/[^ -~]|['"\\]/.test(text)) return `b'${text}'`;
  const quote = quoteFor(text);
  // A command line may be long, and a call for each of its bytes would take too much of a turn.
  const written = WRITTEN[quote];
  let all = `b${quote}`;
  for (const byte of bytes) all += written[byte];
  return all + quote;
}

/** What each byte is written as between those quotes. */
const WRITTEN = { "'": writtenBytes("'"), '"': writtenBytes('"') };

function writtenBytes(quote: Quote): readonly string[] {
  return Array.from({ length: 256 }, (_, byte) => {
    const character = String.fromCharCode(byte);
    return /[^ -~]|['"\\]/.test(character) ? escaped(character, quote) : character;
  });
}

function reprOfText(text: string): string {
  return quoted(text, /(?! )[\p{C}\p{Z}]|['"\\]/gu);
}

/** In quotes, with the characters escaped that `odd` finds; most texts have none. */
function quoted(text: string, odd: RegExp): string {
  const quote = quoteFor(text);
  return quote + text.replace(odd, (character) => escaped(character, quote)) + quote;
}

type Quote = "'" | '"';

/** Double quotes only where that saves escaping single ones. */
function quoteFor(text: string): Quote {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}

function escaped(character: string, quote: Quote): string {
  if (character === quote || character === '\\') return `\\${character}`;
  if (character === "'" || character === '"') return character;
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
