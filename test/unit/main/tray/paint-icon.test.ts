import { describe, expect, it } from 'vitest';
import { paintIcon } from '../../../../main/tray/paint-icon.ts';

const SIDE = 44;
/** All of one colour. */
const PLAIN = new Uint8Array(SIDE * SIDE * 4).fill(200);
const whole = { fill: 1, hasDot: false, isDark: false };
/** The pixel at a place of the grid of 22 by 22 on which icons are drawn. */
const at = (pixels: Uint8Array, x: number, y: number): readonly number[] => {
  const start = (Math.floor(y * 2) * SIDE + Math.floor(x * 2)) * 4;
  return [...pixels.subarray(start, start + 4)];
};

describe('the sign of an icon', () => {
  it('is filled from its bottom on, and faint above', () => {
    const painted = paintIcon(PLAIN, { ...whole, fill: 0.5 });
    expect(at(painted, 11, 12)).toEqual([200, 200, 200, 200]);
    expect(at(painted, 11, 4)).toEqual([60, 60, 60, 60]);
    // What is around it is not touched: the tray, at both sides and below.
    for (const [x, y] of [
      [2, 4],
      [20, 4],
      [11, 18],
    ] as const) {
      expect(at(painted, x, y)).toEqual([200, 200, 200, 200]);
    }
  });

  it('is as it was when it is full', () => {
    expect(paintIcon(PLAIN, whole)).toEqual(PLAIN);
  });

  it('is painted on a copy', () => {
    paintIcon(PLAIN, { ...whole, fill: 0, hasDot: true });
    expect(PLAIN.every((byte) => byte === 200)).toBe(true);
  });
});

describe('the dot of an icon', () => {
  it.each([
    [false, [0x2a, 0x2a, 0xc9, 255]],
    [true, [0x87, 0x87, 0xff, 255]],
  ])('on a dark panel %s has its colour, with room around it', (isDark, colour) => {
    const painted = paintIcon(PLAIN, { ...whole, hasDot: true, isDark });
    expect(at(painted, 18.2, 3.8)).toEqual(colour);
    expect(at(painted, 14.2, 3.8)).toEqual([0, 0, 0, 0]);
    expect(at(painted, 11, 11)).toEqual([200, 200, 200, 200]);
  });
});
