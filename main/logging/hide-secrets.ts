/** To hide a secret that may be part of any word would only give it away. */
const TINY_SECRET = 4;
/** From this length on a secret does not stand inside other words by chance. */
const LONG_SECRET = 8;
/** Letters alone are a word that sentences may hold, our own among them, unless there are many. */
const PLAIN_WORD = /^\p{L}{1,11}$/u;

/** Before or behind a secret that passes for a word: how commands, addresses and settings give it. */
const TOLD_BEHIND =
  /(?<=['"`=:]|(?:pass(?:word|wd|phrase)?|pwd|secret|token|auth)['"]?[\s,:=]+b?['"]?)/iu.source;
const TOLD_BEFORE = /(?=@)/u.source;
const NO_WORD_BEHIND = /(?<![\p{L}\p{N}_])/u.source;
const NO_WORD_AHEAD = /(?![\p{L}\p{N}_])/u.source;

/**
 * The text with stars in the place of secrets.
 *
 * Long ones are hidden anywhere, short ones as words of their own. One that is a plain word ("wrong",
 * "build") is hidden only where a secret is told, as in `--password build` or `ada:build@host`: stars in
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
  const alone = `${NO_WORD_BEHIND}${escaped(secret)}${NO_WORD_AHEAD}`;
  if (!isPlainWord) return new RegExp(alone, 'gu');
  return new RegExp(`${TOLD_BEHIND}${alone}|${alone}${TOLD_BEFORE}`, 'gu');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
