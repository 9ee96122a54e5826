import { expect, it } from 'vitest';
import { jsonFrom, LineReader } from '../../../../main/control/line-reader.ts';

it('gives each line once it is whole, wherever chunks end', () => {
  const reader = new LineReader();
  const lines: string[] = [];
  for (const byte of Buffer.from('é\n\nab\nrest')) {
    lines.push(...(reader.push(Uint8Array.of(byte)) ?? []));
  }
  expect(lines).toEqual(['é', '', 'ab']);
  expect(reader.push(Buffer.from(' of it\n'))).toEqual(['rest of it']);
});

it('gives up on a line that is far too long, and takes any number of short ones', () => {
  const reader = new LineReader();
  expect(reader.push(Buffer.from('ab\n'.repeat(600_000)))).toHaveLength(600_000);
  expect(reader.push(Buffer.from('x'.repeat(1024 * 1024)))).toEqual([]);
  expect(reader.push(Buffer.from('x'))).toBeUndefined();
});

it('takes what is no JSON for nothing', () => {
  expect([jsonFrom('{"a":1}'), jsonFrom('{'), jsonFrom('')]).toEqual([
    ...[{ a: 1 }, undefined, undefined],
  ]);
});
