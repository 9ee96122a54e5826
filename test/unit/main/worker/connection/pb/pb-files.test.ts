import { describe, expect, it } from 'vitest';
import { RemoteReference } from '../../../../../../main/spread/broker/remote-reference.ts';
import { Float, type JellyValue, Tuple } from '../../../../../../main/spread/jelly/jelly-value.ts';
import {
  PbFileReader,
  PbFileWriter,
} from '../../../../../../main/worker/connection/pb/pb-files.ts';

/** A file on a master that answers every call with the same. */
function remoteFile(answer: JellyValue = null) {
  const calls: unknown[] = [];
  const reference = new RemoteReference(1, {
    call: async (_id, method, args) => {
      calls.push([method, ...args]);
      return answer;
    },
    callWithoutAnswer: () => {},
    release: () => {},
  });
  return { reference, calls };
}

describe('a file on the master', () => {
  it('is written, given its times as floats, unpacked and closed', async () => {
    const { reference, calls } = remoteFile();
    const writer = new PbFileWriter(reference);
    await writer.write(new Uint8Array([1]));
    await writer.utime(1, 2.5);
    await writer.unpack();
    await writer.close();
    expect(calls).toEqual([
      ['write', new Uint8Array([1])],
      ['utime', new Tuple([new Float(1), new Float(2.5)])],
      ['unpack'],
      ['close'],
    ]);
  });

  it.each<readonly [string, JellyValue, Uint8Array | null]>([
    ['bytes', new Uint8Array([1]), new Uint8Array([1])],
    ['its end', null, null],
    ['text of an old master', 'ü', Buffer.from('ü')],
  ])('is read: %s', async (_what, answer, block) => {
    const { reference, calls } = remoteFile(answer);
    expect(await new PbFileReader(reference).read(9)).toEqual(block);
    expect(calls).toEqual([['read', 9]]);
  });

  it('cannot be read where the answer is neither', async () => {
    const reader = new PbFileReader(remoteFile(7).reference);
    await expect(reader.read(9)).rejects.toThrow('not bytes');
  });
});
