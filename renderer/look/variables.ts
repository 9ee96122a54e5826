import { COLOURS, type Colour, HUES, MOTION } from './tokens.ts';

/**
 * What style sheets call the tokens: `--ink`, `--accent-soft`, `--red`, `--red-words`, `--red-soft`,
 * `--motion-quick`. Sizes of type, spaces and radii go by Mantine's names, such as `--mantine-spacing-md`.
 */
export function variables(): Record<string, string> {
  const hues = Object.entries(HUES).flatMap(([name, { sign, words, soft }]) => [
    [`--${name}`, inBothThemes(sign)],
    [`--${name}-words`, inBothThemes(words)],
    [`--${name}-soft`, inBothThemes(soft)],
  ]);
  return Object.fromEntries([
    ...Object.entries(COLOURS).map(([role, colour]) => [`--${role}`, inBothThemes(colour)]),
    ...hues,
    ...Object.entries(MOTION).map(([name, ms]) => [`--motion-${name}`, `${ms}ms`]),
  ]);
}

function inBothThemes([light, dark]: Colour): string {
  return `light-dark(${light}, ${dark})`;
}
