import { expect, it } from 'vitest';
import { textOrBytes } from '../../../../../main/worker/connection/text-or-bytes.ts';

it('makes text of bytes that are UTF-8, and leaves others as they are', () => {
  expect(textOrBytes(new Uint8Array(Buffer.from('grün')))).toBe('grün');
  const latin1 = new Uint8Array(Buffer.from('gr\xfcn', 'latin1'));
  expect(textOrBytes(latin1)).toBe(latin1);
});
