// What the window looks like is written down once, in renderer/look/tokens.ts.
import { lineOf } from './literal-spreads.mjs';

const TOKENS = 'renderer/look/tokens.ts';

/** What a style sheet has to take from the tokens. */
const IN_STYLE_SHEETS = [
  {
    pattern: /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|oklab|lab|lch|light-dark)\(/gi,
    what: 'a colour',
  },
  { pattern: /\bcolor: *(black|white|gr[ae]y|red|green|blue|orange)\b/gi, what: 'a colour' },
  { pattern: /--mantine-color-[a-z]+-\d/g, what: "a colour of Mantine's" },
  { pattern: /\bfont-size: *[\d.]/g, what: 'a size of type' },
  { pattern: /\bfont-weight: *[\d.]/g, what: 'a weight' },
  { pattern: /\bfont-family:(?! *(?:var|inherit))/g, what: 'a face' },
  // A hair's breadth is no space.
  {
    pattern: /\b(?<!scroll-)(?:gap|margin|padding)[a-z-]*:[^;]*?(?<![\w.])(?:[3-9]|\d\d+)px/g,
    what: 'a space',
  },
  { pattern: /\bborder-radius:[^;]*\dpx/g, what: 'a radius' },
];

/** The same in a component; sizes of pictures are its own. */
const IN_COMPONENTS = [
  { pattern: /['"`]#[0-9a-f]{3,8}['"`]/gi, what: 'a colour' },
  {
    pattern: /\b(?:gap|[mp][tblrxy]?|spacing|verticalSpacing)=\{(?:[3-9]|\d\d+)\}/g,
    what: 'a space',
  },
  { pattern: /\bf(?:z|ontSize)[=:]\s*[{'"]*\d/g, what: 'a size of type' },
  { pattern: /\bfw=\{(?!400|500|600)/g, what: 'a weight' },
];

/**
 * @param {import('./source-file.mjs').SourceFile} file
 * @returns {readonly string[]}
 */
export function rawLookObjections({ path, text }) {
  if (!path.startsWith('renderer/') || path === TOKENS) return [];
  const rules = path.endsWith('.css') ? IN_STYLE_SHEETS : IN_COMPONENTS;
  return rules.flatMap(({ pattern, what }) =>
    [...text.matchAll(pattern)].map(
      ({ 0: found, index }) => `${path}:${lineOf(text, index)}: "${found}": ${what} of ${TOKENS}`,
    ),
  );
}

/**
 * Variables that a style sheet reads and nothing sets: CSS would leave out the whole line.
 *
 * @param {readonly import('./source-file.mjs').SourceFile[]} files
 * @returns {readonly string[]}
 */
export function unknownVariableObjections(files) {
  const window = files.filter(({ path }) => path.startsWith('renderer/'));
  const known = new Set(window.flatMap(namesSetIn));
  return window
    .filter(({ path }) => path.endsWith('.css'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/var\(--([\w-]+)/g)]
        .filter(([, name = '']) => !known.has(name) && !OF_LIBRARIES.test(name))
        .map(({ 1: name, index }) => `${path}:${lineOf(text, index)}: nothing sets --${name}`),
    );
}

const OF_LIBRARIES = /^(mantine|button|badge|input|paper)-/;

/** @param {import('./source-file.mjs').SourceFile} file */
function namesSetIn({ path, text }) {
  const set = [...text.matchAll(/--([\w-]+)['"]?:/g)].map(([, name = '']) => name);
  return path === TOKENS ? [...set, ...namesOfTokens(text)] : set;
}

/**
 * Each role and each hue, as renderer/look/variables.ts names them.
 *
 * @param {string} text
 */
function namesOfTokens(text) {
  const roles = [...text.matchAll(/^ {2}'?([a-z-]+)'?: (?:\[|\{)/gm)].map(([, name = '']) => name);
  const motions = /MOTION = \{([^}]*)\}/.exec(text)?.[1]?.match(/\w+(?=:)/g) ?? [];
  return [
    ...roles.flatMap((name) => [name, `${name}-words`, `${name}-soft`]),
    ...motions.map((name) => `motion-${name}`),
  ];
}
