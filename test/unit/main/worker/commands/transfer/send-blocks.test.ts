import { type FileHandle, open, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  type BlockSending,
  LocalReadError,
  sendBlocks,
} from '../../../../../../main/worker/commands/transfer/send-blocks.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

/** Sends a file of that content; the blocks as they were when the master answered. */
async function send(
  content: string,
  changes: Partial<BlockSending> = {},
  maxsize: number | null = null,
) {
  const path = basedir.at('file');
  await writeFile(path, content);
  const file: FileHandle = await open(path);
  const blocks: string[] = [];
  const write = async (block: Uint8Array): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    blocks.push(Buffer.from(block).toString());
  };
  const limits = { maxsize, blocksize: 4 };
  try {
    const end = await sendBlocks({ file, limits, write, isInterrupted: () => false, ...changes });
    return { end, blocks };
  } catch (error) {
    return { end: error, blocks };
  } finally {
    await file.close();
  }
}

describe('a file that is sent', () => {
  it.each([
    ['', []],
    ['abc', ['abc']],
    ['abcd', ['abcd']],
    ['abcdefghi', ['abcd', 'efgh', 'i']],
  ])('%j goes in blocks, all answered when it is over', async (content, blocks) => {
    expect(await send(content)).toEqual({ end: 'end-of-file', blocks });
  });

  it.each([
    [0, 'maxsize-reached', []],
    [6, 'maxsize-reached', ['abcd', 'ef']],
    [9, 'maxsize-reached', ['abcd', 'efgh', 'i']],
    [10, 'end-of-file', ['abcd', 'efgh', 'i']],
  ])('ends at a maxsize of %i: %s', async (maxsize, end, blocks) => {
    expect(await send('abcdefghi', {}, maxsize)).toEqual({ end, blocks });
  });

  it('ends after what is under way when it is interrupted', async () => {
    let reads = 0;
    const isInterrupted = (): boolean => {
      reads += 1;
      return reads > 2;
    };
    expect(await send('abcdefghijklm', { isInterrupted })).toEqual({
      end: 'interrupted',
      blocks: ['abcd', 'efgh'],
    });
  });

  it('ends with the answer of a master that refuses a block', async () => {
    const refusal = new Error('no space');
    const { end } = await send('abcdefghi', { write: () => Promise.reject(refusal) });
    expect(end).toBe(refusal);
  });

  it('fails with an error of its own when it cannot be read', async () => {
    const file = await open(basedir.path);
    const { end, blocks } = await send('x', { file });
    await file.close();
    expect(end).toBeInstanceOf(LocalReadError);
    expect([(end as LocalReadError).cause, blocks]).toEqual([
      expect.objectContaining({ code: 'EISDIR' }),
      [],
    ]);
  });
});

it('a block’s memory is not used again before its answer', async () => {
  const content = Array.from({ length: 400 }, (_, at) => String(at).padStart(4)).join('');
  const waiting: (() => void)[] = [];
  const given: [Uint8Array, string][] = [];
  const write = (block: Uint8Array): Promise<void> => {
    given.push([block, Buffer.from(block).toString()]);
    return new Promise((resolve) => {
      waiting.push(() => {
        const [sent, text] = given.shift() ?? [];
        expect(sent && Buffer.from(sent).toString()).toBe(text);
        resolve();
      });
      // Answered late, and one at a time.
      setImmediate(() => waiting.shift()?.());
    });
  };
  expect((await send(content, { write })).end).toBe('end-of-file');
  expect(given).toEqual([]);
});
