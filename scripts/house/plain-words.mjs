// Plain English, the words of the field: a native reader should not notice the hand.
import { lineOf } from './literal-spreads.mjs';

/** What is not written, in code, comments and English texts, and what is written instead. */
const WORDS = [
  { pattern: /\bwish(es|ed|ful|ing)?\b/gi, instead: 'request' },
  { pattern: /\bmend(s|ed|ing|able)?\b/gi, instead: 'fix' },
  { pattern: /\banew\b/gi, instead: 'again' },
  { pattern: /\b(tell|tells|telling|told)\b/gi, instead: 'report, message, show or state' },
  { pattern: /\b(take|takes|taken|taking|took) over\b/gi, instead: 'adopt or apply' },
  { pattern: /\b(hear|hears|hearing|heard) of\b/gi, instead: 'be notified' },
  { pattern: /\b(wave|waves|waved|waving) away\b/gi, instead: 'dismiss' },
  { pattern: /\b(stand|stands|stood) in\b/gi, instead: 'be in' },
  { pattern: /\bhowever it went\b/gi, instead: 'any result' },
  { pattern: /\bended badly\b/gi, instead: 'failed' },
  { pattern: /\blook over\b/gi, instead: 'review' },
];

/** Words of others that we repeat: Buildbot's own line in its log. */
const QUOTED = /Telling the master we want to shutdown/g;

/** Rooms that are not clean yet: their words are counted and shown. This list only gets shorter. */
export const NOT_YET = new Set([
  'main/app',
  'main/cli',
  'main/contract',
  'main/launch',
  'main/texts',
  'renderer/components',
  'renderer/hostinfo',
  'renderer/rehearsal',
  'renderer/settings',
  'test/unit',
  'test/window',
]);

/**
 * @param {import('./source-file.mjs').SourceFile} file
 * @returns {readonly string[]}
 */
export function wordObjections({ path, text }) {
  // German has its own words; and these rules name what they refuse.
  if (path.startsWith('main/texts/de/') || path.startsWith('scripts/house/')) return [];
  const spaced = withWordsApart(text.replace(QUOTED, ''));
  return WORDS.flatMap(({ pattern, instead }) =>
    [...spaced.matchAll(pattern)].map(
      ({ 0: word, index }) => `${path}:${lineOf(spaced, index)}: "${word}": say ${instead}`,
    ),
  );
}

/**
 * `askWish` as `ask Wish`, so that names are read as the words that they are made of.
 *
 * @param {string} text
 */
function withWordsApart(text) {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
}

/**
 * The room that a file belongs to: `main/worker`, `test/unit`, `scripts`.
 *
 * @param {string} file
 */
export function roomOf(file) {
  const [top = '', folder = ''] = file.split('/');
  return ['main', 'renderer', 'test'].includes(top) && !folder.includes('.')
    ? `${top}/${folder}`
    : top;
}
