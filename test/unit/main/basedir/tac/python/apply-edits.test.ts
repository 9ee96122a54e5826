import { expect, it } from 'vitest';
import { applyEdits, lineEndOf } from '../../../../../../main/basedir/tac/python/apply-edits.ts';

it('makes edits wherever they are in the list, those at one place in their order', () => {
  const edits = [
    { from: 4, to: 5, replacement: 'E' },
    { from: 0, to: 1, replacement: '' },
    { from: 2, to: 2, replacement: '1' },
    { from: 2, to: 2, replacement: '2' },
  ];
  expect(applyEdits('abcdef', edits)).toBe('b12cdEf');
  expect(applyEdits('abc', [])).toBe('abc');
});

it('finds the line end that a text uses', () => {
  expect(lineEndOf('a\r\nb\n')).toBe('\r\n');
  expect(lineEndOf('a\nb')).toBe('\n');
  expect(lineEndOf('')).toBe('\n');
});
