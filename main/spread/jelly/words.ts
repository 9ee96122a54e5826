/** A word of the protocol as it crosses the wire. */
export function word(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** The text of bytes that are one of the protocol's words; undefined for everything else. */
export function wordFrom(value: unknown): string | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  const { buffer, byteOffset, byteLength } = value;
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}
