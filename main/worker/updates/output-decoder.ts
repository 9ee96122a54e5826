import { Buffer, isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { asBuffer } from '../as-buffer.ts';
import { encodingFrom, isSingleByteEncoding } from './python-encodings.ts';

/**
 * Turns a stream of bytes, cut anywhere, into valid UTF-8.
 *
 * What cannot be decoded becomes U+FFFD. A character that is still unfinished when the stream ends
 * is never given out, as in the Python worker.
 */
export interface OutputDecoder {
  /** May return `bytes` itself, untouched: the caller must not write to it again. */
  decode(bytes: Uint8Array): Buffer;
}

/** A decoder for an encoding by its Python name; UTF-8 when the name means nothing to us. */
export function createOutputDecoder(pythonEncoding: string): OutputDecoder {
  const encoding = encodingFrom(pythonEncoding) ?? 'utf-8';
  if (encoding === 'utf-8') return new Utf8Decoder();
  if (encoding === 'ascii') return { decode: decodeAscii };
  return new IconvDecoder(encoding);
}

const NOTHING = Buffer.alloc(0);
const REPLACEMENT = Buffer.from('\u{fffd}', 'utf8');

class Utf8Decoder implements OutputDecoder {
  /** The first bytes of a character whose rest has not come yet; three at most. */
  #unfinished: Buffer = NOTHING;

  decode(bytes: Uint8Array): Buffer {
    let chunk = asBuffer(bytes);
    if (this.#unfinished.length > 0) chunk = Buffer.concat([this.#unfinished, chunk]);
    const cut = chunk.length - unfinishedLength(chunk);
    this.#unfinished = cut < chunk.length ? Buffer.from(chunk.subarray(cut)) : NOTHING;
    const whole = cut < chunk.length ? chunk.subarray(0, cut) : chunk;
    if (isUtf8(whole)) return whole;
    // Node and Python agree on how many replacement characters a broken sequence makes.
    return Buffer.from(whole.toString('utf8'), 'utf8');
  }
}

/** How many bytes at the end may become a character once more bytes come. */
function unfinishedLength(chunk: Buffer): number {
  const last = chunk.length - 1;
  for (let back = 0; back < 3 && back <= last; back++) {
    const byte = chunk[last - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return canGoOn(byte, chunk[last - back + 1], back) ? back + 1 : 0;
  }
  return 0;
}

/** Whether `lead` and `following` further bytes, of which `second` is the first, lack only a rest. */
function canGoOn(lead: number, second: number | undefined, following: number): boolean {
  if (lead < 0xc2 || lead > 0xf4) return false;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (following + 1 >= length) return false;
  if (second === undefined || following === 0) return true;
  // Overlong forms, surrogates and what lies beyond U+10FFFF are broken at their second byte already.
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  if (lead === 0xf4) return second <= 0x8f;
  return true;
}

function decodeAscii(bytes: Uint8Array): Buffer {
  const chunk = asBuffer(bytes);
  if (isAscii(chunk)) return chunk;
  const pieces: Buffer[] = [];
  let start = 0;
  for (let at = 0; at < chunk.length; at++) {
    if ((chunk[at] ?? 0) < 0x80) continue;
    pieces.push(chunk.subarray(start, at), REPLACEMENT);
    start = at + 1;
  }
  pieces.push(chunk.subarray(start));
  return Buffer.concat(pieces);
}

class IconvDecoder implements OutputDecoder {
  readonly #isSingleByte: boolean;
  readonly #decoder: { write(buffer: Buffer): string };

  constructor(encoding: string) {
    this.#isSingleByte = isSingleByteEncoding(encoding);
    this.#decoder = iconv.getDecoder(encoding);
  }

  decode(bytes: Uint8Array): Buffer {
    const chunk = asBuffer(bytes);
    if (this.#isSingleByte && isAscii(chunk)) return chunk;
    return Buffer.from(this.#decoder.write(chunk), 'utf8');
  }
}
