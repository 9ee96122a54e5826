import type { RemoteReference } from '../../../spread/broker/remote-reference.ts';
import { Float, Tuple } from '../../../spread/jelly/jelly-value.ts';
import type { FileReader, FileWriter } from '../../command.ts';

/** A file on the master that takes an upload, reached through its reference. */
export class PbFileWriter implements FileWriter {
  readonly #reference: RemoteReference;

  constructor(reference: RemoteReference) {
    this.#reference = reference;
  }

  async write(block: Uint8Array): Promise<void> {
    await this.#reference.call('write', block);
  }

  async close(): Promise<void> {
    await this.#reference.call('close');
  }

  async utime(accessTimeSeconds: number, modifiedTimeSeconds: number): Promise<void> {
    const times = new Tuple([new Float(accessTimeSeconds), new Float(modifiedTimeSeconds)]);
    await this.#reference.call('utime', times);
  }

  async unpack(): Promise<void> {
    await this.#reference.call('unpack');
  }
}

/** A file on the master that is downloaded, reached through its reference. */
export class PbFileReader implements FileReader {
  readonly #reference: RemoteReference;

  constructor(reference: RemoteReference) {
    this.#reference = reference;
  }

  async read(length: number): Promise<Uint8Array | null> {
    const block = await this.#reference.call('read', length);
    if (block === null || block instanceof Uint8Array) return block;
    // A file opened in text mode on an old master comes as text.
    if (typeof block === 'string') return Buffer.from(block, 'utf8');
    throw new TypeError('the master answered a read with something that is not bytes');
  }

  async close(): Promise<void> {
    await this.#reference.call('close');
  }
}
