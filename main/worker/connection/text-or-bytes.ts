import { isUtf8 } from 'node:buffer';
import { asBuffer } from '../as-buffer.ts';

/** Bytes of a master as text; those that are no UTF-8 stay bytes: as text they would name something else. */
export function textOrBytes(bytes: Uint8Array): string | Uint8Array {
  return isUtf8(bytes) ? asBuffer(bytes).toString('utf8') : bytes;
}
