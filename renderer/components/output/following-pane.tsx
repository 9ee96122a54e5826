import { type ReactNode, type UIEvent, useLayoutEffect, useRef, useState } from 'react';

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
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the text has grown
  useLayoutEffect(() => {
    if (isFollowing && pane.current) pane.current.scrollTop = pane.current.scrollHeight;
  }, [version, isFollowing]);
  const scrolled = ({ currentTarget }: UIEvent<HTMLElement>): void => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget;
    setIsFollowing(scrollHeight - scrollTop - clientHeight < NEAR_END_PX);
  };
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
