import { Buffer } from 'node:buffer';

/** The same memory as a Buffer, which has more to offer; nothing is copied. */
export function asBuffer(bytes: Uint8Array): Buffer {
  if (Buffer.isBuffer(bytes)) return bytes;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
