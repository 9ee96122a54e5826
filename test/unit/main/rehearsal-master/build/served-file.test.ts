import { expect, it } from 'vitest';
import {
  ReceivedFile,
  servedFile,
} from '../../../../../main/rehearsal-master/build/served-file.ts';

const bytes = (...values: readonly number[]) => new Uint8Array(values);

it('serves a file block by block, and nothing at its end', async () => {
  const read = servedFile(bytes(1, 2, 3, 4, 5)).method('read');
  const blocks = [2, 2, 2, 2].map((length) => read?.([length], new Map()));
  expect(await Promise.all(blocks)).toEqual([bytes(1, 2), bytes(3, 4), bytes(5), bytes()]);
});

it('puts together what was written', async () => {
  const file = new ReceivedFile();
  for (const block of [bytes(1, 2), 'no bytes', bytes(3)]) {
    await file.writer.method('write')?.([block], new Map());
  }
  expect(file.content).toEqual(bytes(1, 2, 3));
  expect(await file.writer.method('close')?.([], new Map())).toBeNull();
});
