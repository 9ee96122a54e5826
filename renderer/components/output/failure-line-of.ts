import type { OutputLine } from './output-lines.ts';
import { plainText } from './plain-text.ts';

/** As compilers, test runners and shells report what went wrong. */
const SIGNS: readonly RegExp[] = [
  /\b(?:fatal )?error(?:\[\w+\]| [A-Z]+\d+)?:/i,
  /\b[A-Z]\w*(?:Error|Exception)\b(?::|$)/,
  /^(?:FAILED |FAIL |not ok |Traceback |panic: |E {3})/,
  /\*\*\* .*\bError \d/,
  /: (?:command not found|No such file or directory|Permission denied|not found)$/,
  /Segmentation fault|core dumped/,
];

/** The index of the first line that looks like what failed; undefined where none does. */
export function failureLineOf(lines: readonly OutputLine[]): number | undefined {
  const at = lines.findIndex(({ text }) => SIGNS.some((sign) => sign.test(plainText(text))));
  return at < 0 ? undefined : at;
}
