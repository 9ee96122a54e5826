import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type PanePlace, placeOf, wasScrolledUp } from './pane-place.ts';

interface FollowedEnd {
  /** How far from the end still counts as there. */
  readonly nearPx: number;
  /** Changes whenever there is more to see. */
  readonly version: unknown;
  readonly isFollowing: boolean;
  readonly onFollowing: (isFollowing: boolean) => void;
}

/**
 * Keeps a pane that scrolls at its end, until the reader scrolls up, and again once the reader is back
 * there. A pane that gets another size, or a scroll bar, has moved without being scrolled: it is put back
 * to the end. Returns what is to be called when it scrolls.
 */
export function useFollowedEnd(
  pane: RefObject<HTMLElement | null>,
  { nearPx, version, isFollowing, onFollowing }: FollowedEnd,
): () => void {
  const last = useRef<PanePlace>({ top: 0, viewPx: 0 });
  const following = useRef(isFollowing);
  following.current = isFollowing;
  const goToEnd = useRef((): void => {
    if (!pane.current || !following.current) return;
    pane.current.scrollTop = pane.current.scrollHeight;
    last.current = placeOf(pane.current);
  }).current;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that there is more
  useLayoutEffect(goToEnd, [version, isFollowing]);
  useEffect(() => {
    if (!pane.current) return undefined;
    const observer = new ResizeObserver(goToEnd);
    observer.observe(pane.current);
    return () => observer.disconnect();
  }, [pane, goToEnd]);
  return () => {
    if (!pane.current) return;
    const before = last.current;
    const now = placeOf(pane.current);
    last.current = now;
    const { scrollHeight } = pane.current;
    const isAtEnd = scrollHeight - now.top - now.viewPx < nearPx;
    if (isAtEnd && !isFollowing) onFollowing(true);
    else if (!isAtEnd && isFollowing && wasScrolledUp(before, now)) onFollowing(false);
    else if (!isAtEnd) goToEnd();
  };
}
