import { expect, it } from 'vitest';
import {
  readerArgument,
  writerArgument,
} from '../../../../../../main/worker/commands/transfer/remote-file.ts';
import { FakeReader, FakeWriter } from '../../../../../support/recording-sink.ts';

it('a file of the protocol’s is taken as it is', () => {
  const [writer, reader] = [new FakeWriter(), new FakeReader(Buffer.alloc(0))];
  expect(writerArgument.parse(writer)).toBe(writer);
  expect(readerArgument.parse(reader)).toBe(reader);
});

it.each([undefined, null, 'text', 3, {}, { write: 1, close: 1, utime: 1, unpack: 1, read: 1 }])(
  '%j is no file on the master',
  (value) => {
    expect([
      writerArgument.safeParse(value).success,
      readerArgument.safeParse(value).success,
    ]).toEqual([false, false]);
  },
);

it('a file that is read is none to write to', () => {
  expect(writerArgument.safeParse(new FakeReader(Buffer.alloc(0))).success).toBe(false);
});
