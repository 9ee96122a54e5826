import { StringDecoder } from 'node:string_decoder';

/** A line that is longer is no message of ours. */
const MAX_LINE_CHARACTERS = 1024 * 1024;

/** Cuts a stream of UTF-8 into lines, wherever the chunks end. */
export class LineReader {
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';

  /** The lines that the chunk completed; undefined when one is far too long: close the connection then. */
  push(chunk: Uint8Array): readonly string[] | undefined {
    const lines = (this.#rest + this.#decoder.write(Buffer.from(chunk))).split('\n');
    this.#rest = lines.pop() ?? '';
    return this.#rest.length > MAX_LINE_CHARACTERS ? undefined : lines;
  }
}

/** A value of a JSON text; undefined for any other text. */
export function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
