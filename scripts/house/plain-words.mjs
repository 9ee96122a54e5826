// Plain English, the words of the field: a native reader should not notice the hand.
import { lineOf } from './literal-spreads.mjs';

/**
 * Time, not place: something is left behind, or a master is behind a proxy, while one build follows
 * *after* another. Only the words around it can show the difference.
 */
const BEHIND = /\b(one|each|another) behind\b|\bbehind (each|one|another|which|that of)\b/gi;

/** What is not written, in code, comments, English texts and documents, and what is written instead. */
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
  { pattern: /\bit holds now\b/gi, instead: 'applied' },
  { pattern: /(['"`])(Understood|Looks)\1/g, instead: 'Got it, or Appearance' },
  { pattern: /\bwent (well|badly)\b/gi, instead: 'succeeded or failed' },
  { pattern: /\bends badly\b/gi, instead: 'fails' },
  { pattern: /\b(take|takes|taking) builds\b/gi, instead: 'accept builds' },
  { pattern: /\b(give|gives|giving) builds\b/gi, instead: 'send builds' },
  { pattern: /\bexclude each other\b/gi, instead: 'cannot be used together' },
  { pattern: /\bsays? (nothing|of)\b/gi, instead: 'report' },
  { pattern: BEHIND, instead: 'after' },
];

/** Words of others that we repeat: Buildbot's own line in its log. */
const QUOTED = /Telling the master we want to shutdown/g;

/**
 * @param {import('./source-file.mjs').SourceFile} file
 * @returns {readonly string[]}
 */
export function wordObjections({ path, text }) {
  // German has its own words; and these rules and their tests name what they refuse.
  if (/^main\/texts\/(?!en\/)[a-z]+\//.test(path) || path.startsWith('scripts/house/')) return [];
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
