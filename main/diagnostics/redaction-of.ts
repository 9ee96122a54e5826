import { escapePattern } from '../lib/escape-pattern.ts';
import { showableLines } from '../lib/showable.ts';
import { hideSecrets } from '../logging/writing/hide-secrets.ts';
import { isSecretName } from '../worker/environment/is-secret-name.ts';
import { hideTokens, isSecretValue } from '../worker/environment/is-secret-value.ts';

export interface Redacted {
  /** What is known to be secret. */
  readonly secrets: readonly string[];
  /** The user's home directory. */
  readonly home: string;
  readonly userName: string;
}

const STARS = '***';
const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY[\s\S]*?(?:-----END [A-Z0-9 ]*-----|$)/g;
/** Who is asked, and for whom, is worth knowing. */
const ADDRESS_LOGIN = /(:\/\/[^\s/?#@:]*:)[^\s/?#@]+@/g;
const HTTP_LOGIN = /\b(Bearer|Basic) +[\w+/=.~-]{12,}/gi;
const VALUE = /(?:"[^"\n]*"?|'[^'\n]*'?|[^\s,;&]+)/.source;
/** `NAME=value`, `name: value`, `"name": "value"`. */
const ASSIGNED = new RegExp(`([A-Za-z_][\\w.-]*)(['"]?\\s*[=:]\\s*)(${VALUE})`, 'g');
/** `--name value`. */
const OPTION = new RegExp(`(?<![\\w-])(--?[A-Za-z][\\w-]*)( +)(${VALUE})`, 'g');

const PLAIN_WORD = /^\p{L}+[.,]?$/u;

/**
 * The one door through which text from elsewhere comes into a report: known secrets, and whatever looks like
 * one by its name or its shape, become stars, the user's home and name become `~`, and nothing in it acts
 * on a terminal. To be called with whole texts: half a secret is not recognised.
 */
export function redactionOf({ secrets, home, userName }: Redacted): (text: string) => string {
  const shorten = shorteningOf(home, userName);
  return (text) => showableLines(shorten(withoutLookalikes(hideSecrets(text, secrets))));
}

function withoutLookalikes(text: string): string {
  return hideTokens(text, STARS)
    .replaceAll(PRIVATE_KEY, STARS)
    .replaceAll(HTTP_LOGIN, `$1 ${STARS}`)
    .replaceAll(ADDRESS_LOGIN, `$1${STARS}@`)
    .replaceAll(/\S+/g, starsIfSecret)
    .replaceAll(ASSIGNED, hiddenIfSecret)
    .replaceAll(OPTION, hiddenIfSecret)
    .split('\n')
    .map(starsIfSecret)
    .join('\n');
}

/** What is hidden already makes nothing secret any more. */
function starsIfSecret(text: string): string {
  return isSecretValue(text.replaceAll(STARS, '')) ? STARS : text;
}

function hiddenIfSecret(all: string, name: string, sign: string, value: string): string {
  const variable = name.replace(/^-+/, '').replaceAll(/[-.]/g, '_');
  // A word after a colon is the next of a sentence: "the password: nobody has set one".
  const isProse = sign.startsWith(':') && PLAIN_WORD.test(value);
  return isSecretName(variable) && !isProse ? `${name}${sign}${STARS}` : all;
}

/** In every form in which paths are written: as they are, in a string of Python, with slashes. */
function shorteningOf(home: string, userName: string): (text: string) => string {
  const flags = process.platform === 'win32' ? 'gi' : 'g';
  const isPlace = home.length > 1;
  const forms = [home, home.replaceAll('\\', '\\\\'), home.replaceAll('\\', '/')].map(
    escapePattern,
  );
  // A name that goes on is another's.
  const end = String.raw`(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])`;
  const homes = new RegExp(`(?:${[...new Set(forms)].join('|')})${end}`, `${flags}u`);
  const names = new RegExp(`(?<=[/\\\\])${escapePattern(userName)}${end}`, `${flags}u`);
  return (text) => {
    const shorter = isPlace ? text.replaceAll(homes, '~') : text;
    return userName === '' ? shorter : shorter.replaceAll(names, '~');
  };
}
