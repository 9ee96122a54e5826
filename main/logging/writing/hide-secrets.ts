import { escapePattern } from '../../lib/escape-pattern.ts';

/** Hiding a secret that may be part of any word would only give it away. */
const TINY_SECRET = 4;
/** From this length on a secret is not part of other words by chance. */
const LONG_SECRET = 8;
/** Letters alone are a word that any sentence may hold, unless there are many. */
const PLAIN_WORD = /^\p{L}{1,11}$/u;

/** What comes before or after a secret that passes for a word, in commands, addresses and settings. */
const AFTER_LABEL =
  /(?<=['"`=:]|(?:pass(?:word|wd|phrase)?|pwd|secret|token|auth)['"]?[\s,:=]+b?['"]?)/iu.source;
const BEFORE_HOST = /(?=@)/u.source;
const NO_WORD_BEFORE = /(?<![\p{L}\p{N}_])/u.source;
const NO_WORD_AFTER = /(?![\p{L}\p{N}_])/u.source;

/**
 * The text with stars instead of secrets.
 *
 * Long ones are hidden anywhere, short ones as words of their own. One that is a plain word ("wrong",
 * "build") is hidden only where a secret is expected, as in `--password build` or `ada:build@host`: stars in
 * the middle of a sentence that everybody knows would give the secret away. Tiny ones stay.
 */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(({ length }) => length >= TINY_SECRET)
    .toSorted((one, other) => other.length - one.length)
    .reduce((hidden, secret) => hidden.replaceAll(patternOf(secret), '***'), text);
}

function patternOf(secret: string): string | RegExp {
  const isPlainWord = PLAIN_WORD.test(secret);
  if (secret.length >= LONG_SECRET && !isPlainWord) return secret;
  const alone = `${NO_WORD_BEFORE}${escapePattern(secret)}${NO_WORD_AFTER}`;
  if (!isPlainWord) return new RegExp(alone, 'gu');
  return new RegExp(`${AFTER_LABEL}${alone}|${alone}${BEFORE_HOST}`, 'gu');
}
