import { describe, expect, it } from 'vitest';
import {
  type BlockReceiving,
  receiveBlocks,
} from '../../../../../../main/worker/commands/transfer/receive-blocks.ts';
import { FakeReader } from '../../../../../support/recording-sink.ts';

async function receive(
  content: ConstructorParameters<typeof FakeReader>[0],
  changes: Partial<BlockReceiving> = {},
  limits = { maxsize: null as number | null, blocksize: 4 },
) {
  const reader = new FakeReader(content);
  let text = '';
  const write = async (blocks: readonly Uint8Array[]): Promise<void> => {
    text += Buffer.concat(blocks).toString();
  };
  const isInterrupted = () => false;
  const end = await receiveBlocks({ reader, limits, write, isInterrupted, ...changes }).catch(
    (error: unknown) => error,
  );
  return { end, text, reader };
}

describe('a file that is received', () => {
  it.each(['', 'abc', 'abcd', 'abcdefghi'])('%j is read to its empty block', async (content) => {
    const { end, text, reader } = await receive(Buffer.from(content));
    expect([end, text, reader.unanswered]).toEqual(['end-of-file', content, 0]);
  });

  it.each([
    [0, ''],
    [6, 'abcdef'],
    [9, 'abcdefghi'],
  ])('is read to a maxsize of %i', async (maxsize, expected) => {
    const { end, text } = await receive(Buffer.from('abcdefghi'), {}, { maxsize, blocksize: 4 });
    expect([end, text]).toEqual(['maxsize-reached', expected]);
  });

  it('goes on after short blocks, which count by what they hold', async () => {
    const pieces = ['a', 'bc', 'd', 'efg', ''];
    const read = async (_length: number, index: number) => Buffer.from(pieces[index] ?? '');
    const { end, text, reader } = await receive(read, {}, { maxsize: 9, blocksize: 4 });
    expect([end, text, reader.mostUnanswered]).toEqual(['end-of-file', 'abcdefg', 1]);
  });

  it('has more reads under way after each full block, within a bound', async () => {
    const { reader, text } = await receive(Buffer.alloc(2_000, 'x'));
    expect(text).toHaveLength(2_000);
    expect(reader.mostUnanswered).toBeGreaterThan(1);
    const one = await receive(
      Buffer.alloc(5 * 1024 * 1024),
      {},
      { maxsize: null, blocksize: 1024 * 1024 },
    );
    expect(one.reader.mostUnanswered).toBe(1);
  });
});

describe('a file whose receiving ends early', () => {
  it('ends where the master answers without data', async () => {
    const { end, text } = await receive(async (_length, index) =>
      index === 0 ? Buffer.from('abcd') : null,
    );
    expect([end, text]).toEqual(['no-data', 'abcd']);
  });

  it('fails at a block longer than was asked for', async () => {
    const { end } = await receive(async () => Buffer.from('abcde'));
    expect(end).toMatchObject({ message: 'the master sent 5 bytes where 4 were asked for' });
  });

  it('fails with the answer of the master, once every read was answered', async () => {
    const refusal = new Error('the file is gone');
    const { end, reader } = await receive(async (_length, index) => {
      await new Promise((resolve) => setImmediate(resolve));
      if (index === 2) throw refusal;
      return Buffer.from('abcd');
    });
    expect([end, reader.unanswered]).toEqual([refusal, 0]);
  });

  it('fails with what the disk refused', async () => {
    const full = new Error('ENOSPC');
    const { end } = await receive(Buffer.alloc(100), { write: () => Promise.reject(full) });
    expect(end).toBe(full);
  });

  it('takes nothing that comes after an interrupt', async () => {
    let asked = 0;
    const { end, text } = await receive(Buffer.alloc(100, 'x'), {
      isInterrupted: () => ++asked > 3,
    });
    expect([end, text]).toEqual(['interrupted', 'xxxx']);
  });
});
