export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Enough of a title bar to drag the window by. */
const GRIP = 80;
export const DEFAULT_SIZE = { width: 960, height: 680 } as const;
export const SMALLEST_SIZE = { width: 560, height: 420 } as const;

/**
 * Where a window goes that stood somewhere before; undefined, for the middle of the screen, when
 * that place is on no screen any more.
 */
export function placeOnScreens(
  saved: Rectangle | undefined,
  workAreas: readonly Rectangle[],
): Rectangle | undefined {
  if (saved === undefined) return undefined;
  const { x, y } = saved;
  const screen = workAreas.find(
    (area) =>
      x + saved.width >= area.x + GRIP &&
      x <= area.x + area.width - GRIP &&
      y >= area.y &&
      y <= area.y + area.height - GRIP,
  );
  if (screen === undefined) return undefined;
  return {
    x,
    y,
    width: Math.max(SMALLEST_SIZE.width, Math.min(saved.width, screen.width)),
    height: Math.max(SMALLEST_SIZE.height, Math.min(saved.height, screen.height)),
  };
}
