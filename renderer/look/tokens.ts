// What the window looks like, all of it: nothing else in renderer/ names a colour or a size of type
// (scripts/house/raw-looks.mjs). Why it looks like this: docs/decisions/2026-11-28-a-look-of-its-own.md.

/** One colour in two themes; the dark one is chosen for itself. */
export type Colour = readonly [light: string, dark: string];

/** In px at 100 %: four sizes, for notes, for nearly everything, for headings, for the page's title. */
export const TYPE = { note: 12, body: 14, lead: 16, title: 22 } as const;

export const WEIGHT = { regular: 400, medium: 500, bold: 600 } as const;

/**
 * The words are set in a face that is shipped, so that they are as wide everywhere. Output is not: its
 * lines and boxes need a face with every sign, such as the user's terminal has.
 */
export const FACE = {
  words: '"Inter Variable", system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif',
  output: 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace',
} as const;

/** In px, on a grid of four: within a control, between neighbours, in a card, between groups, around a page. */
export const SPACE = { xxs: 4, xs: 8, sm: 12, md: 16, lg: 24, xl: 32 } as const;

/** In px: bars and marks, small controls, controls, cards. */
export const RADIUS = { xs: 3, sm: 6, md: 8, lg: 12 } as const;

/** In ms. Nothing moves for those who asked their system for that. */
export const MOTION = { quick: 120, calm: 200 } as const;

/**
 * By role. Grounds rise towards the reader: what is nearer is lighter, in both themes; the output of
 * programs lies deepest.
 */
export const COLOURS = {
  sunk: ['#f2f4f7', '#121519'],
  side: ['#eef1f4', '#15181c'],
  ground: ['#f9fafb', '#1a1e22'],
  raised: ['#ffffff', '#22272c'],
  hover: ['#f0f3f6', '#2a3036'],
  /** Where a switch or a segment moves. */
  well: ['#e6eaee', '#121519'],
  /** Parts what lies side by side. */
  line: ['#e0e5ea', '#31383f'],
  /** Around what can be pressed. */
  rim: ['#ccd3da', '#434c56'],
  /** Around what can be typed into: weak eyes have no other sign of it. */
  edge: ['#87919c', '#737e8a'],
  /** The nearest and the furthest that words can be. */
  ink: ['#1c2227', '#e3e7ea'],
  quiet: ['#545f6a', '#a6b0ba'],
  /** Words of an empty field, and of what cannot be pressed just now. */
  hint: ['#626d79', '#8f99a4'],
  /** The petrol of the app's icon: the one thing to press, the one place where one is. */
  accent: ['#23657f', '#2d7a9a'],
  'accent-hover': ['#1b5269', '#266985'],
  'accent-words': ['#1d5c76', '#86c6e2'],
  'accent-soft': ['#dcebf2', '#1c3946'],
  'on-accent': ['#ffffff', '#ffffff'],
  /** What a search found. */
  mark: ['#ffe38a', '#6b5200'],
  /** Strokes of a pattern on a coloured bar. */
  pattern: ['#ffffffb3', '#0000008c'],
} as const satisfies Record<string, Colour>;

interface Hue {
  /** A shape, as in the tray: its form alone says what it is, too. */
  readonly sign: Colour;
  /** Words of that colour, on every ground. */
  readonly words: Colour;
  /** A ground for words. */
  readonly soft: Colour;
}

/** The colours of the seven states. A failed build is as red as a worker that cannot log in. */
export const HUES = {
  gray: {
    sign: ['#5c6370', '#aeb5bf'],
    words: ['#495057', '#c3cad1'],
    soft: ['#e9edf1', '#2d343b'],
  },
  blue: {
    sign: ['#1971c2', '#74c0fc'],
    words: ['#1864ab', '#90cbfb'],
    soft: ['#e2effa', '#1b3346'],
  },
  green: {
    sign: ['#2b8a3e', '#69db7c'],
    words: ['#1f6b33', '#7fd98f'],
    soft: ['#e1f3e5', '#1b3524'],
  },
  orange: {
    sign: ['#d9480f', '#ffa94d'],
    words: ['#a83504', '#fdb46b'],
    soft: ['#fcebe1', '#3d2a1b'],
  },
  violet: {
    sign: ['#7048e8', '#c0aaff'],
    words: ['#5f3dc4', '#c7b6fb'],
    soft: ['#ece7fc', '#2f2a48'],
  },
  yellow: {
    sign: ['#946200', '#ffd43b'],
    words: ['#6b4700', '#f3d05a'],
    soft: ['#fdf2d2', '#3a3117'],
  },
  red: {
    sign: ['#c92a2a', '#ff8787'],
    words: ['#a61e1e', '#ff9d9d'],
    soft: ['#fce8e8', '#422427'],
  },
} as const satisfies Record<string, Hue>;
