/** A word of the protocol as it crosses the wire. */
export function word(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** The text of bytes that are one of the protocol's words; undefined for everything else. */
export function wordFrom(value: unknown): string | undefined {
  return value instanceof Uint8Array ? textFrom(value, 'latin1') : undefined;
}

/** Without a copy of the bytes: a message may have a hundred thousand texts. */
export function textFrom(
  { buffer, byteOffset, byteLength }: Uint8Array,
  encoding: 'latin1' | 'utf8',
): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString(encoding);
}
