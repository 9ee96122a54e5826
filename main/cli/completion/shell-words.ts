import type { Verb, VerbOption } from '../program/verb.ts';

/** One word for a POSIX shell, whatever it holds. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Such as `-n --lines`. */
export function spellingsOf({ name, short }: VerbOption): readonly string[] {
  return [...(short === undefined ? [] : [`-${short}`]), `--${name}`];
}

export function optionWordsOf(verb: Verb): readonly string[] {
  return [...verb.options.flatMap(spellingsOf), '--help'];
}
