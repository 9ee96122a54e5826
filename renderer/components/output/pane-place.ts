/** Where a pane stands that scrolls, in px. */
export interface PanePlace {
  readonly top: number;
  /** The height of what is in view. */
  readonly viewPx: number;
}

export function placeOf({ scrollTop, clientHeight }: HTMLElement): PanePlace {
  return { top: scrollTop, viewPx: clientHeight };
}

/**
 * Whether a reader has scrolled a pane up. Browsers report as a scroll also that a pane which got another
 * size, or a scroll bar, shows another place; and that a program has moved it, a moment later.
 */
export function wasScrolledUp(before: PanePlace, after: PanePlace): boolean {
  return after.viewPx === before.viewPx && after.top < before.top;
}
