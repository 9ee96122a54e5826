import { type ReactNode, useRef, useState } from 'react';
import { useFollowedEnd } from './use-followed-end.ts';

interface FollowingPaneProps {
  readonly label: string;
  /** Changes whenever there is more to see. */
  readonly version: unknown;
  readonly children: ReactNode;
}

const NEAR_END_PX = 24;

/** A scrolled text that stays at its end, until the reader scrolls up to read. */
export function FollowingPane({ label, version, children }: FollowingPaneProps) {
  const pane = useRef<HTMLElement>(null);
  const [isFollowing, setIsFollowing] = useState(true);
  const scrolled = useFollowedEnd(pane, {
    nearPx: NEAR_END_PX,
    version,
    isFollowing,
    onFollowing: setIsFollowing,
  });
  return (
    <section
      ref={pane}
      className="pane"
      style={{ flex: 1 }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      onScroll={scrolled}
    >
      {children}
    </section>
  );
}
