import { describe, expect, it } from 'vitest';
import { createOutputDecoder } from '../../main/worker/updates/output-decoder.ts';
import {
  encodeText,
  encodingFrom,
  isSingleByteEncoding,
} from '../../main/worker/updates/python-encodings.ts';
import { pythonFacts } from './support/python-facts.ts';

interface EncodingFacts {
  readonly name: string;
  readonly codec: string;
  /** What each byte by itself means. */
  readonly bytes: readonly string[];
  /** Texts, and their bytes in hexadecimal where the encoding can say them. */
  readonly texts: readonly (readonly [text: string, hex: string | null])[];
}

/** Encodings for which iconv-lite knows another edition in a few characters. */
const OTHER_EDITIONS = /^(cp1255|cp864|mac-)/;

/** Nobody's console speaks these: EBCDIC, those that switch by escapes, and rare ones. */
const NOT_KNOWN =
  /^(cp037|cp273|cp424|cp500|cp1026|cp1140|iso2022_.*|hz|euc_jis.*|shift_jis(_2004|x0213)|johab|hp-roman8|ptcp154|kz1048)$/;

describe("Python's encodings", () => {
  // The script gives what its name says.
  const known = pythonFacts('encodings.py') as readonly EncodingFacts[];

  it('are known by every name, but for those that no console speaks', () => {
    const unknown = known.filter(({ name }) => encodingFrom(name) === undefined);
    expect(
      [...new Set(unknown.map(({ codec }) => codec))].filter((codec) => !NOT_KNOWN.test(codec)),
    ).toEqual([]);
    expect(known.length).toBeGreaterThan(300);
  });

  it('mean the same byte by byte, where a byte is a character', () => {
    const single = known.filter(({ name, codec }) => {
      const encoding = encodingFrom(name);
      return encoding && isSingleByteEncoding(encoding) && !OTHER_EDITIONS.test(codec);
    });
    expect(single.length).toBeGreaterThan(90);
    for (const { name, bytes } of single) {
      const found = bytes.map((_, byte) =>
        createOutputDecoder(name).decode(Uint8Array.of(byte)).toString('utf8'),
      );
      expect([name, found]).toEqual([name, bytes]);
    }
  });

  it('write texts in the same bytes, and read them back', () => {
    const wide = known.filter(({ codec }) =>
      /^(cp932|cp949|euc_jp|euc_kr|gbk|koi8|cp125[12])/.test(codec),
    );
    expect(wide.length).toBeGreaterThan(20);
    for (const { name, texts } of wide) {
      for (const [text, hex] of texts) {
        if (hex === null) continue;
        expect([name, encodeText(text, name).toString('hex')]).toEqual([name, hex]);
        const decoder = createOutputDecoder(name);
        const pieces = [...Buffer.from(hex, 'hex')].map((byte) =>
          decoder.decode(Uint8Array.of(byte)),
        );
        expect([name, Buffer.concat(pieces).toString('utf8')]).toEqual([name, text]);
      }
    }
  });
});
