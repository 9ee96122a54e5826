/** On the grid of 22 by 22 on which the icons are drawn: where their signs are, and nothing else. */
const GRID = 22;
const SIGN = { left: 4, right: 18, top: 2, bottom: 15 };
const EMPTY_SHARE = 0.3;
const DOT = { x: 18.2, y: 3.8, radius: 3.4, gap: 1.2 };
/** Blue, green, red, alpha. */
const DOT_COLOUR = { light: [0x2a, 0x2a, 0xc9, 255], dark: [0x87, 0x87, 0xff, 255] } as const;

export interface IconPaint {
  /** How much of the sign is filled, from its bottom on; the rest is faint. */
  readonly fill: number;
  readonly hasDot: boolean;
  /** Of the panel. */
  readonly isDark: boolean;
}

/**
 * A square picture of the tray, painted over: `pixels` have four bytes each (blue, green, red, alpha; the
 * colours multiplied by alpha).
 */
export function paintIcon(pixels: Uint8Array, { fill, hasDot, isDark }: IconPaint): Uint8Array {
  const side = Math.sqrt(pixels.length / 4);
  const painted = Uint8Array.from(pixels);
  const scale = GRID / side;
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [((at % side) + 0.5) * scale, (Math.floor(at / side) + 0.5) * scale];
    const pixel = painted.subarray(at * 4, at * 4 + 4);
    fade(pixel, isEmptyAt(x, y, fill) ? EMPTY_SHARE : 1);
    if (hasDot) dot(pixel, x, y, scale, DOT_COLOUR[isDark ? 'dark' : 'light']);
  }
  return painted;
}

function isEmptyAt(x: number, y: number, fill: number): boolean {
  const { left, right, top, bottom } = SIGN;
  if (x < left || x > right || y < top) return false;
  return y < bottom - fill * (bottom - top);
}

/** A disc with room around it, so that it is seen before whatever is behind it. */
function dot(
  pixel: Uint8Array,
  x: number,
  y: number,
  scale: number,
  colour: readonly number[],
): void {
  const distance = Math.hypot(x - DOT.x, y - DOT.y);
  fade(pixel, 1 - covered(DOT.radius + DOT.gap - distance, scale));
  const share = covered(DOT.radius - distance, scale);
  for (const [byte, value] of colour.entries()) {
    pixel[byte] = Math.round((pixel[byte] ?? 0) + value * share);
  }
}

/** How much of a pixel is within an edge that is so far away. */
function covered(inside: number, scale: number): number {
  return Math.min(1, Math.max(0, inside / scale + 0.5));
}

function fade(pixel: Uint8Array, share: number): void {
  if (share === 1) return;
  for (let byte = 0; byte < 4; byte += 1) pixel[byte] = Math.round((pixel[byte] ?? 0) * share);
}
