import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../../../main/logging/logger.ts';
import { decode, encode } from '../../../../../../main/msgpack/codec.ts';
import { MsgpackSession } from '../../../../../../main/msgpack/msgpack-session.ts';
import type { MsgpackValue } from '../../../../../../main/msgpack/msgpack-value.ts';
import type { MasterFile } from '../../../../../../main/worker/command.ts';
import { MasterDefectError } from '../../../../../../main/worker/command-errors.ts';
import { msgpackFiles } from '../../../../../../main/worker/connection/msgpack/msgpack-files.ts';

/** The files of a command whose master answers each request with the same. */
function filesOf(masterFile: MasterFile, answer: Record<string, MsgpackValue>) {
  const ops: MsgpackValue[] = [];
  const session: MsgpackSession = new MsgpackSession({
    answer: () => null,
    logger: silentLogger,
    send: (message) => {
      const request = decode(message);
      if (!(request instanceof Map)) throw new Error('a request is a dictionary');
      ops.push(request.get('op') ?? null);
      const response = { op: 'response', seq_number: request.get('seq_number') ?? null, ...answer };
      queueMicrotask(() => session.receive(encode(new Map(Object.entries(response)))));
    },
  });
  return { ...msgpackFiles(masterFile, session, '7'), ops };
}

const DONE = { result: null };
const FAILED = { is_exception: true, result: 'no such attribute' };

describe('a file on the master', () => {
  it('is written, closed and given its times by requests of its own', async () => {
    const { writer, ops } = filesOf('written-file', DONE);
    await writer?.write(new Uint8Array(3));
    await writer?.close();
    await writer?.utime(1, 2.5);
    expect(ops).toEqual([
      'update_upload_file_write',
      'update_upload_file_close',
      'update_upload_file_utime',
    ]);
  });

  it('shows that the master cannot set times as the defect it is', async () => {
    const { writer } = filesOf('written-file', FAILED);
    await expect(writer?.utime(1, 2)).rejects.toThrow(MasterDefectError);
    await expect(writer?.write(new Uint8Array(1))).rejects.toThrow('no such attribute');
  });

  it.each<readonly [MsgpackValue, Uint8Array | null]>([
    [null, null],
    [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
    ['ü', new Uint8Array([0xc3, 0xbc])],
  ])('is read: %j', async (result, block) => {
    const { reader } = filesOf('read-file', { result });
    const read = await reader?.read(10);
    expect(read && new Uint8Array(read)).toEqual(block);
  });

  it('that answers with no bytes fails the read', async () => {
    const { reader } = filesOf('read-file', { result: 3 });
    await expect(reader?.read(10)).rejects.toThrow(TypeError);
  });
});

it('a directory is ended by unpacking it, and has no close', async () => {
  const { writer, ops } = filesOf('written-directory', DONE);
  await writer?.write(new Uint8Array(1));
  await writer?.close();
  await writer?.unpack();
  expect(ops).toEqual(['update_upload_directory_write', 'update_upload_directory_unpack']);
});
