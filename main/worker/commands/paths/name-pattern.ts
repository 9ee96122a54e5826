/**
 * A pattern for one name of a path: `*`, `?`, `[abc]`, `[a-z]`, `[!a-z]`. A bracket that is never
 * closed means itself. Letters are Unicode characters.
 *
 * Source: Python, fnmatch.py, translate.
 */
export class NamePattern {
  readonly #tokens: readonly Token[];
  readonly #meansHidden: boolean;

  constructor(pattern: string) {
    this.#tokens = tokensOf([...pattern]);
    this.#meansHidden = pattern.startsWith('.');
  }

  /** Names with a leading dot match only a pattern that has one. */
  matches(name: string): boolean {
    if (name.startsWith('.') && !this.#meansHidden) return false;
    return matchesTokens(this.#tokens, [...name]);
  }
}

/** Whether a pattern, or a part of one, has wildcards at all. */
export function hasWildcards(pattern: string): boolean {
  return /[*?[]/.test(pattern);
}

type Token =
  | { readonly kind: 'any-run' }
  | { readonly kind: 'one'; accepts(character: string): boolean };

const ANY_RUN: Token = { kind: 'any-run' };
const ANY_ONE: Token = { kind: 'one', accepts: () => true };

function tokensOf(pattern: readonly string[]): Token[] {
  const tokens: Token[] = [];
  for (let index = 0; index < pattern.length; index += 1) {
    const character = pattern[index] ?? '';
    const end = character === '[' ? closingBracket(pattern, index) : undefined;
    if (character === '*') tokens.push(ANY_RUN);
    else if (character === '?') tokens.push(ANY_ONE);
    else if (end === undefined) tokens.push(literal(character));
    else {
      tokens.push(characterSet(pattern.slice(index + 1, end)));
      index = end;
    }
  }
  return tokens;
}

function literal(expected: string): Token {
  return { kind: 'one', accepts: (character) => character === expected };
}

/** A bracket right after the opening, or after its `!`, is a member of the set. */
function closingBracket(pattern: readonly string[], opening: number): number | undefined {
  const firstMember = pattern[opening + 1] === '!' ? opening + 2 : opening + 1;
  const closing = pattern.indexOf(']', firstMember + 1);
  return closing === -1 ? undefined : closing;
}

/** A range that runs backwards has no members. */
function characterSet(inside: readonly string[]): Token {
  const isNegated = inside[0] === '!';
  const ranges = rangesOf(isNegated ? inside.slice(1) : inside);
  const isMember = (character: string): boolean => {
    const code = codeOf(character);
    return ranges.some(([first, last]) => first <= code && code <= last);
  };
  return { kind: 'one', accepts: (character) => isMember(character) !== isNegated };
}

function rangesOf(members: readonly string[]): [first: number, last: number][] {
  const ranges: [number, number][] = [];
  for (let index = 0; index < members.length; index += 1) {
    const first = codeOf(members[index]);
    const isRange = members[index + 1] === '-' && index + 2 < members.length;
    ranges.push([first, isRange ? codeOf(members[index + 2]) : first]);
    if (isRange) index += 2;
  }
  return ranges;
}

function codeOf(character: string | undefined): number {
  return character?.codePointAt(0) ?? -1;
}

/** Goes back only to the last `*`, so that no pattern takes exponential time. */
function matchesTokens(tokens: readonly Token[], name: readonly string[]): boolean {
  let token = 0;
  let position = 0;
  let lastRun = -1;
  let runEnd = 0;
  while (position < name.length) {
    const current = tokens[token];
    if (current?.kind === 'one' && current.accepts(name[position] ?? '')) {
      token += 1;
      position += 1;
    } else if (current?.kind === 'any-run') {
      lastRun = token;
      runEnd = position;
      token += 1;
    } else if (lastRun >= 0) {
      runEnd += 1;
      token = lastRun + 1;
      position = runEnd;
    } else return false;
  }
  return tokens.slice(token).every((rest) => rest.kind === 'any-run');
}
