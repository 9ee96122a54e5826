import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOutputDecoder } from '../../../../../main/worker/updates/output-decoder.ts';

function decoded(encoding: string, ...chunks: readonly Uint8Array[]): string {
  const decoder = createOutputDecoder(encoding);
  return chunks.map((chunk) => decoder.decode(chunk).toString('utf8')).join('');
}

describe('UTF-8', () => {
  it('is decoded wherever it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, at) => {
        const bytes = Buffer.from(text, 'utf8');
        const cut = bytes.length === 0 ? 0 : at % bytes.length;
        expect(decoded('utf-8', bytes.subarray(0, cut), bytes.subarray(cut))).toBe(
          bytes.toString('utf8'),
        );
      }),
    );
  });

  it('that is broken becomes replacement characters, byte by byte as at once', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        // A plain byte at the end, so that nothing stays unfinished.
        const whole = Buffer.concat([bytes, Buffer.from('.')]);
        const single = [...whole].map((byte) => new Uint8Array([byte]));
        expect(decoded('utf-8', ...single)).toBe(whole.toString('utf8'));
      }),
    );
  });

  it('that is whole is passed on uncopied', () => {
    const bytes = Buffer.from('grün\n');
    expect(createOutputDecoder('utf-8').decode(bytes)).toBe(bytes);
  });

  it('that ends within a character gives none out', () => {
    expect(decoded('utf-8', Buffer.from('a€').subarray(0, 3))).toBe('a');
  });
});

it.each([
  ['latin-1', [0x67, 0xfc], 'gü'],
  ['iso_8859_1_1987', [0xfc], 'ü'],
  ['ascii', [0x67, 0xfc, 0x6e], 'g\ufffdn'],
  ['cp1252', [0x80], '€'],
  ['utf-16-le', [0xfc, 0x00, 0xac, 0x20], 'ü€'],
  ['no such encoding', [0xc3, 0xbc], 'ü'],
])('%s is decoded by its Python name', (name, bytes, text) => {
  expect(decoded(name, new Uint8Array(bytes))).toBe(text);
});
