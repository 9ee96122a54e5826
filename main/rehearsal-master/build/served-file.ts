import { Referenceable } from '../../spread/broker/referenceable.ts';

/** A file of the master's that a worker reads block by block. */
export function servedFile(content: Uint8Array): Referenceable {
  let offset = 0;
  return new Referenceable({
    read: ([length]) => {
      const block = content.slice(offset, offset + Number(length));
      offset += block.length;
      return block;
    },
    close: () => null,
  });
}

/** A file that a worker writes to the master block by block; it is kept in memory. */
export class ReceivedFile {
  readonly #blocks: Uint8Array[] = [];
  readonly writer = new Referenceable({
    write: ([block]) => {
      if (block instanceof Uint8Array) this.#blocks.push(block);
      return null;
    },
    close: () => null,
    utime: () => null,
  });

  get content(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#blocks));
  }
}
