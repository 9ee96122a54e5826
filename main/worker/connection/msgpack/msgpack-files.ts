import { type MsgpackSession, RemoteExceptionError } from '../../../msgpack/msgpack-session.ts';
import type { FileReader, FileWriter, MasterFile } from '../../command.ts';
import { MasterDefectError } from '../../command-errors.ts';
import { floatFrom } from './msgpack-values.ts';

/** What a transfer command is given in place of the references that Perspective Broker has. */
export function msgpackFiles(
  masterFile: MasterFile | undefined,
  session: MsgpackSession,
  commandId: string,
): { readonly writer?: FileWriter; readonly reader?: FileReader } {
  switch (masterFile) {
    case undefined:
      return {};
    case 'written-file':
      return { writer: new MsgpackFileWriter(session, commandId) };
    case 'written-directory':
      return { writer: new MsgpackDirectoryWriter(session, commandId) };
    case 'read-file':
      return { reader: new MsgpackFileReader(session, commandId) };
  }
}

/** A file on the master that takes an upload, known by the command. */
class MsgpackFileWriter implements FileWriter {
  readonly #session: MsgpackSession;
  readonly #commandId: string;

  constructor(session: MsgpackSession, commandId: string) {
    this.#session = session;
    this.#commandId = commandId;
  }

  async write(block: Uint8Array): Promise<void> {
    const fields = { command_id: this.#commandId, args: block };
    await this.#session.call('update_upload_file_write', fields);
  }

  async close(): Promise<void> {
    await this.#session.call('update_upload_file_close', { command_id: this.#commandId });
  }

  /** Errors: also MasterDefectError: masters up to 4.3 at least fail in this request. */
  async utime(accessTimeSeconds: number, modifiedTimeSeconds: number): Promise<void> {
    try {
      await this.#session.call('update_upload_file_utime', {
        command_id: this.#commandId,
        access_time: floatFrom(accessTimeSeconds),
        modified_time: floatFrom(modifiedTimeSeconds),
      });
    } catch (cause) {
      if (!(cause instanceof RemoteExceptionError)) throw cause;
      throw new MasterDefectError(
        `the master fails to set them, a defect of its MessagePack protocol (it answers: ${cause.message}); leave keepstamp out, or use the PB protocol`,
        { cause },
      );
    }
  }

  unpack(): Promise<void> {
    return Promise.reject(new Error('a file cannot be unpacked'));
  }
}

/** A directory on the master that takes an upload. It has no `close`: unpacking ends it. */
class MsgpackDirectoryWriter implements FileWriter {
  readonly #session: MsgpackSession;
  readonly #commandId: string;

  constructor(session: MsgpackSession, commandId: string) {
    this.#session = session;
    this.#commandId = commandId;
  }

  async write(block: Uint8Array): Promise<void> {
    const fields = { command_id: this.#commandId, args: block };
    await this.#session.call('update_upload_directory_write', fields);
  }

  async unpack(): Promise<void> {
    await this.#session.call('update_upload_directory_unpack', { command_id: this.#commandId });
  }

  async close(): Promise<void> {}

  utime(): Promise<void> {
    return Promise.reject(new Error('a directory keeps no times of its own'));
  }
}

/** A file on the master that is downloaded. */
class MsgpackFileReader implements FileReader {
  readonly #session: MsgpackSession;
  readonly #commandId: string;

  constructor(session: MsgpackSession, commandId: string) {
    this.#session = session;
    this.#commandId = commandId;
  }

  async read(length: number): Promise<Uint8Array | null> {
    const fields = { command_id: this.#commandId, length };
    const block = await this.#session.call('update_read_file', fields);
    if (block === null || block instanceof Uint8Array) return block;
    if (typeof block === 'string') return Buffer.from(block, 'utf8');
    throw new TypeError('the master answered a read with something that is not bytes');
  }

  async close(): Promise<void> {
    await this.#session.call('update_read_file_close', { command_id: this.#commandId });
  }
}
