import { expect, it } from 'vitest';
import { asBuffer } from '../../../../main/worker/as-buffer.ts';

it('shows the same memory, no more and no less of it', () => {
  const memory = Uint8Array.of(1, 2, 3, 4, 5);
  const middle = asBuffer(memory.subarray(1, 4));
  expect([...middle]).toEqual([2, 3, 4]);
  memory[2] = 9;
  expect([...middle]).toEqual([2, 9, 4]);
});

it('leaves a Buffer as it is', () => {
  const buffer = Buffer.from('text');
  expect(asBuffer(buffer)).toBe(buffer);
});
