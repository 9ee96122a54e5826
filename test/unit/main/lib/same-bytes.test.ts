import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameBytes } from '../../../../main/lib/same-bytes.ts';

it('finds two byte strings equal where a comparison of all their bytes does', () => {
  const bytes = fc.uint8Array({ max: 1, maxLength: 4 });
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(sameBytes(one, other)).toBe(Buffer.compare(one, other) === 0);
    }),
  );
});
