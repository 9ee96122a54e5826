import { type CSSVariablesResolver, colorsTuple, createTheme, rem } from '@mantine/core';
import { COLOURS, FACE, HUES, RADIUS, SPACE, TYPE, WEIGHT } from './tokens.ts';
import { variables } from './variables.ts';

type Role = keyof typeof COLOURS;

/** What Mantine takes its greys for: from the ground under the pointer to words; in the dark, back again. */
const GRAYS: readonly Role[] = [
  ...(['hover', 'well', 'well', 'line', 'rim'] as const),
  ...(['edge', 'hint', 'quiet', 'ink', 'ink'] as const),
];
const DARKS: readonly Role[] = [
  ...(['ink', 'quiet', 'quiet', 'hint', 'rim'] as const),
  ...(['hover', 'raised', 'ground', 'sunk', 'sunk'] as const),
];

/** Mantine, with the values of `tokens.ts`. */
export const theme = createTheme({
  colors: {
    ...filledColours(),
    accent: colorsTuple(COLOURS.accent[0]),
    gray: colorsTuple(GRAYS.map((role) => COLOURS[role][0])),
    dark: colorsTuple(DARKS.map((role) => COLOURS[role][1])),
  },
  primaryColor: 'accent',
  white: COLOURS.raised[0],
  black: COLOURS.ink[0],
  fontFamily: FACE.words,
  fontFamilyMonospace: FACE.output,
  fontSizes: {
    xs: rem(TYPE.note),
    sm: rem(TYPE.body),
    md: rem(TYPE.body),
    lg: rem(TYPE.lead),
    xl: rem(TYPE.title),
  },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.4', xl: '1.35' },
  fontWeights: mapped(WEIGHT, String),
  headings: {
    fontFamily: FACE.words,
    fontWeight: String(WEIGHT.bold),
    sizes: {
      h1: heading(TYPE.title),
      h2: heading(TYPE.lead),
      h3: heading(TYPE.body),
      h4: heading(TYPE.body),
      h5: heading(TYPE.body),
      h6: heading(TYPE.body),
    },
  },
  spacing: mapped(SPACE, rem),
  radius: mapped(RADIUS, rem),
  defaultRadius: 'md',
  components: { Paper: { defaultProps: { radius: 'lg' } } },
  respectReducedMotion: true,
  cursorType: 'pointer',
});

/** Our colours as variables, and what Mantine would derive from palettes of its own. */
export const cssVariables: CSSVariablesResolver = () => {
  const derived = {
    ...ROLES,
    ...Object.assign({}, ...['accent', ...Object.keys(HUES)].map(family)),
  };
  return { variables: variables(), light: derived, dark: derived };
};

const ROLES = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--hint)',
  '--mantine-color-anchor': 'var(--accent-words)',
  '--mantine-color-error': 'var(--red-words)',
  '--mantine-color-success': 'var(--green-words)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--rim)',
  '--mantine-color-disabled': 'var(--hover)',
  '--mantine-color-disabled-color': 'var(--hint)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
};

/** Soft grounds with strong words: of a badge, a message, a quiet button. */
function family(name: string): Record<string, string> {
  return {
    [`--mantine-color-${name}-text`]: `var(--${name}-words)`,
    [`--mantine-color-${name}-light`]: `var(--${name}-soft)`,
    [`--mantine-color-${name}-light-hover`]: `var(--${name}-soft)`,
    [`--mantine-color-${name}-light-color`]: `var(--${name}-words)`,
    [`--mantine-color-${name}-outline`]: `var(--${name}-words)`,
  };
}

/** Dark enough for white words on them, in both themes. */
function filledColours() {
  return mapped(HUES, ({ words }) => colorsTuple(words[0]));
}

function heading(px: number) {
  return { fontSize: rem(px), lineHeight: '1.35' };
}

function mapped<K extends string, V, W>(
  from: Readonly<Record<K, V>>,
  change: (value: V) => W,
): Record<K, W> {
  const entries = (Object.entries(from) as [K, V][]).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(entries);
}
