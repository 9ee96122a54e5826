import { expect, it } from 'vitest';
import { binaryPaxHeader } from '../../../../../../main/worker/commands/transfer/binary-pax-header.ts';

/** The records of a header, and the header's own fields. */
function read(header: Buffer) {
  const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
  const sum = Number.parseInt(header.toString('latin1', 148, 154), 8);
  const blanked = Buffer.from(header.subarray(0, 512)).fill(' ', 148, 156);
  const records: string[] = [];
  for (let at = 512; at < 512 + size; ) {
    const length = Number.parseInt(header.toString('latin1', at), 10);
    records.push(header.toString('latin1', at, at + length));
    at += length;
  }
  return { size, sum, expectedSum: blanked.reduce((total, byte) => total + byte, 0), records };
}

it('names its character set first, then the names in their own bytes', () => {
  const { records } = read(binaryPaxHeader({ path: Buffer.from([0x61, 0xff]), mtime: '1.5' }));
  expect(records).toEqual(['21 hdrcharset=BINARY\n', '11 path=a\xff\n', '13 mtime=1.5\n']);
});

it('is whole blocks, of kind x, with a sum that is right', () => {
  for (const length of [1, 90, 99, 100, 468, 469, 990, 3000]) {
    const header = binaryPaxHeader({ path: Buffer.alloc(length, 0xff) });
    const { size, sum, expectedSum, records } = read(header);
    expect(header.length % 512).toBe(0);
    expect(header.length - 512).toBeGreaterThanOrEqual(size);
    expect(header.length - 512 - size).toBeLessThan(512);
    expect([sum, header.toString('latin1', 156, 157)]).toEqual([expectedSum, 'x']);
    // Each record's length counts its own digits, also where they become one more.
    for (const record of records) {
      expect(Number.parseInt(record, 10)).toBe(record.length);
      expect(record.endsWith('\n')).toBe(true);
    }
  }
});
