import { describe, expect, it } from 'vitest';
import { isInside } from '../../../../../main/system/opening/is-inside.ts';

describe('isInside', () => {
  it('knows a directory from one whose name begins alike', () => {
    expect(isInside('/a/b', '/a/b')).toBe(true);
    expect(isInside('/a/b', '/a/b/c')).toBe(true);
    expect(isInside('/a/b', '/a/bc')).toBe(false);
    expect(isInside('/a/b', '/a')).toBe(false);
    expect(isInside('/', '/a')).toBe(true);
  });
});
