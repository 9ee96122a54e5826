import type { FileName } from './file-name.ts';

const BLOCK_BYTES = 512;
/** Where a header has its fields, and the content of those that are the same for every pax header. */
const NAME = { at: 0, text: 'PaxHeader' };
const MODE = { at: 100, text: '0000644' };
const OWNER = { at: 108, text: '0000000' };
const GROUP = { at: 116, text: '0000000' };
const SIZE_AT = 124;
const TIME = { at: 136, text: '00000000000' };
const CHECKSUM_AT = 148;
const KIND = { at: 156, text: 'x' };
const FORMAT = { at: 257, text: 'ustar\u{0}00' };

/**
 * What comes before a tar member whose names are no UTF-8: all that its own header cannot hold.
 *
 * Source: POSIX, pax Interchange Format, `hdrcharset`.
 */
export function binaryPaxHeader(values: Readonly<Record<string, FileName>>): Buffer {
  // First, so that a reader knows it when it comes to the names.
  const all: [string, FileName][] = [['hdrcharset', 'BINARY'], ...Object.entries(values)];
  const records = Buffer.concat(all.map(([key, value]) => recordOf(key, value)));
  const padding = Buffer.alloc(-records.length & (BLOCK_BYTES - 1));
  return Buffer.concat([headerOf(records.length), records, padding]);
}

/** Begins with its own length, those digits included. */
function recordOf(key: string, value: FileName): Buffer {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), Buffer.from(value), Buffer.from('\n')]);
  let length = rest.length;
  while (length !== String(length).length + rest.length) {
    length = String(length).length + rest.length;
  }
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

function headerOf(sizeBytes: number): Buffer {
  const header = Buffer.alloc(BLOCK_BYTES);
  for (const { at, text } of [NAME, MODE, OWNER, GROUP, TIME, KIND, FORMAT]) header.write(text, at);
  header.write(sizeBytes.toString(8).padStart(11, '0'), SIZE_AT);
  // The sum is made with blanks in its own place.
  header.fill(' ', CHECKSUM_AT, CHECKSUM_AT + 8);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\u{0}`, CHECKSUM_AT);
  return header;
}
