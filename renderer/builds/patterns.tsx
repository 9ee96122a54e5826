import type { BuildOutcome } from '../../main/contract/builds/build-history.ts';

/** Fills that can be distinguished without their colours: plain, stripes, dots, a grid, arrows. */
export function Patterns() {
  return (
    <defs>
      <Tile outcome="ok" />
      <Tile outcome="errors">
        <path d="M-2 2l4-4M0 8l8-8M6 10l4-4" strokeWidth={2.2} />
      </Tile>
      <Tile outcome="interrupted">
        <circle cx={2} cy={2} r={1.2} />
        <circle cx={6} cy={6} r={1.2} />
      </Tile>
      <Tile outcome="lost">
        <path d="M0 4h8M4 0v8" strokeWidth={1} />
      </Tile>
      <Tile outcome="running">
        <path d="M2 1l3 3-3 3" strokeWidth={1.5} />
      </Tile>
    </defs>
  );
}

interface TileProps {
  readonly outcome: BuildOutcome;
  readonly children?: React.ReactNode;
}

function Tile({ outcome, children }: TileProps) {
  return (
    <pattern
      id={`pattern-${outcome}`}
      className={`pattern pattern-${outcome}`}
      width={8}
      height={8}
      patternUnits="userSpaceOnUse"
    >
      <rect width={8} height={8} />
      {children}
    </pattern>
  );
}

/** A piece of a pattern, for a legend; the patterns must stand elsewhere on the page. */
export function Swatch({ outcome }: { readonly outcome: BuildOutcome }) {
  return (
    <svg width={18} height={12} aria-hidden="true">
      <rect
        className={`timeline-bar bar-${outcome}`}
        fill={`url(#pattern-${outcome})`}
        x={0.5}
        y={0.5}
        width={17}
        height={11}
        rx={2}
      />
    </svg>
  );
}
