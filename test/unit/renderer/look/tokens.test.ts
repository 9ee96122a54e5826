import { describe, expect, it } from 'vitest';
import { COLOURS, HUES, SPACE } from '../../../../renderer/look/tokens.ts';

const THEMES = ['light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** Every colour, by the name that style sheets give it. */
const NAMED: Readonly<Record<string, readonly [string, string]>> = {
  ...COLOURS,
  ...Object.fromEntries(
    Object.entries(HUES).flatMap(([name, { sign, words, soft }]) => [
      [name, sign],
      [`${name}-words`, words],
      [`${name}-soft`, soft],
    ]),
  ),
};
const HUE_NAMES = Object.keys(HUES);
const GROUNDS = ['sunk', 'side', 'ground', 'raised', 'hover'];
const SOFT = ['accent-soft', ...HUE_NAMES.map((name) => `${name}-soft`)];

/** WCAG 2.2: 4.5 for words of any size, 3 for what only has to be noticed. */
const WORDS: readonly (readonly [words: string, grounds: readonly string[]])[] = [
  ['ink', [...GROUNDS, ...SOFT, 'well', 'mark']],
  ['quiet', [...GROUNDS, ...SOFT, 'well']],
  ['hint', [...GROUNDS]],
  ['accent-words', [...GROUNDS, ...SOFT]],
  ['on-accent', ['accent', 'accent-hover']],
  ...HUE_NAMES.map((name) => [`${name}-words`, [...GROUNDS, ...SOFT]] as const),
];
const SIGNS: typeof WORDS = [
  ['edge', ['ground', 'raised']],
  ['accent', ['ground', 'raised']],
  ...HUE_NAMES.map((name) => [name, ['ground', 'raised', 'hover']] as const),
];

describe.each(THEMES)('in the %s theme', (theme) => {
  it.each(WORDS.flatMap(pairs))('%s can be read on %s', (words, ground) => {
    expect(contrast(words, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SIGNS.flatMap(pairs))('%s can be seen on %s', (sign, ground) => {
    expect(contrast(sign, ground, theme)).toBeGreaterThanOrEqual(3);
  });

  it('a ground that is nearer is lighter', () => {
    const luminances = ['sunk', 'side', 'ground', 'raised'].map((name) => luminance(name, theme));
    const rising = theme === 'dark' ? luminances : luminances.slice(1);
    expect(rising).toEqual(rising.toSorted((one, other) => one - other));
  });
});

it('white words can be read on a button of any hue', () => {
  for (const name of HUE_NAMES)
    expect(ratio(1, luminance(`${name}-words`, 'light'))).toBeGreaterThanOrEqual(4.5);
});

it('spaces are on a grid of four', () => {
  expect(Object.values(SPACE).filter((px) => px % 4 !== 0)).toEqual([]);
});

function pairs([words, grounds]: (typeof WORDS)[number]) {
  return grounds.map((ground) => [words, ground] as const);
}

function contrast(one: string, other: string, theme: Theme): number {
  return ratio(luminance(one, theme), luminance(other, theme));
}

function ratio(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** Relative luminance as WCAG defines it, 0 for black to 1 for white. */
function luminance(name: string, theme: Theme): number {
  const colour = NAMED[name]?.[THEMES.indexOf(theme)] ?? '';
  const [red = 0, green = 0, blue = 0] = (colour.match(/[0-9a-f]{2}/g) ?? []).map((hex) => {
    const part = Number.parseInt(hex, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
