import { BananaDecoder } from '../../../../../main/spread/banana/banana-decoder.ts';
import { BananaEncoder } from '../../../../../main/spread/banana/banana-encoder.ts';
import { type Expression, Float } from '../../../../../main/spread/banana/expression.ts';
import { BananaError } from '../../../../../main/spread/banana/limits.ts';

export const text = (word: string): Uint8Array => new Uint8Array(Buffer.from(word));

export const hex = (bytes: string): Uint8Array =>
  new Uint8Array(Buffer.from(bytes.replaceAll(' ', ''), 'hex'));

export function encode(expression: Expression): Uint8Array {
  return new Uint8Array(Buffer.concat(new BananaEncoder().encode(expression)));
}

export function decode(...chunks: readonly Uint8Array[]): readonly Expression[] {
  const decoder = new BananaDecoder();
  return chunks.flatMap((chunk) => decoder.push(chunk));
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** The code of the BananaError that is thrown; undefined when nothing is. */
export function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof BananaError ? error.code : String(error);
  }
}

/** Bytes from sessions between real masters and workers, or computed by hand from the token table. */
export const RECORDED: readonly (readonly [name: string, bytes: string, value: Expression])[] = [
  ['the dialects', '02 80 02 82 70 62 04 82 6e 6f 6e 65', [text('pb'), text('none')]],
  ['the dialect that was chosen', '02 82 70 62', text('pb')],
  ['the version', '02 80 13 87 06 81', [text('version'), 6]],
  [
    'a login',
    '07 80 1a 87 01 81 04 82 72 6f 6f 74 14 87 01 81 02 80 0b 87 02 82 77 31 01 80 05 87',
    [
      text('message'),
      1,
      text('root'),
      text('login'),
      1,
      [text('tuple'), text('w1')],
      [text('dictionary')],
    ],
  ],
  ['zero', '00 81', 0],
  ['an empty list', '00 80', []],
  ['an empty string', '00 82', text('')],
  ['a number of two digits', '00 01 81', 128],
  ['the largest short integer', '7f 7f 7f 7f 07 81', 2 ** 31 - 1],
  ['the smallest long integer', '00 00 00 00 08 85', 2 ** 31],
  ['minus one', '01 83', -1],
  ['the smallest short negative', '00 00 00 00 08 83', -(2 ** 31)],
  ['a long negative', '01 00 00 00 08 86', -(2 ** 31) - 1],
  ['a float', '84 3f f8 00 00 00 00 00 00', new Float(1.5)],
];
