import { encodeText, encodingFrom } from '../../updates/python-encodings.ts';

/**
 * Puts words back together from plain ASCII and becomes the program. A word begins with `p` when it is
 * plain, else with `e`: its bytes are then octal numbers. The `x` keeps newlines at a word's end.
 */
const REBUILD = `n=$#
while [ "$n" -gt 0 ]; do
case $1 in
e*) w=$(printf '%bx' "\${1#e}"); w=\${w%x};;
*) w=\${1#p};;
esac
shift; set -- "$@" "$w"; n=$((n-1))
done
unset w n
command -v -- "$1" > /dev/null || { printf '%s: No such file or directory\\n' "$1" >&2; exit 1; }
exec "$@"`;

/**
 * The command line in the bytes of an encoding. Node hands words to programs in UTF-8 only; for others,
 * the shell writes the bytes.
 */
export function encodedCommand(
  words: readonly string[],
  unicodeEncoding: string,
): readonly string[] {
  if (encodingFrom(unicodeEncoding) === 'utf-8' || words.every(isPlain)) return words;
  return [
    '/bin/sh',
    '-c',
    REBUILD,
    '/bin/sh',
    ...words.map((word) => packed(word, unicodeEncoding)),
  ];
}

/** Whether a word is the same in UTF-8; nearly every encoding holds ASCII. */
function isPlain(word: string): boolean {
  return /^\p{ASCII}*$/u.test(word);
}

function packed(word: string, unicodeEncoding: string): string {
  if (isPlain(word)) return `p${word}`;
  const bytes = encodeText(word, unicodeEncoding);
  const octal = Array.from(bytes, (byte) => `\\0${byte.toString(8).padStart(3, '0')}`);
  return `e${octal.join('')}`;
}
