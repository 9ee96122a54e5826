import { Buffer } from 'node:buffer';

/**
 * Turns whatever moves to another line into `\n`: carriage returns, cursor movements, backspaces.
 *
 * Shape: valid UTF-8 in, valid UTF-8 out; may be the very same buffer.
 */
export interface NewlineRule {
  normalise(utf8: Buffer): Buffer;
  /** Whether the end of an unfinished line may yet turn out to be the beginning of a newline. */
  mayContinue(unfinishedLine: Buffer): boolean;
}

/** The pattern of the Python worker; a master that speaks MessagePack may set another. */
export const DEFAULT_NEWLINE_PATTERN =
  '(\\r\\n|\\r(?=.)|\\033\\[u|\\033\\[[0-9]+;[0-9]+[Hf]|\\033\\[2J|\\x08+)';

const CARRIAGE_RETURN = 0x0d;
const ESCAPE = 0x1b;
const BACKSPACE = 0x08;

// A dot of Python is anything but \n. Every byte beyond ASCII counts as a character here, which is
// right for `.` and matters nowhere else.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const DEFAULT_NEWLINES = /\r\n|\r(?=[^\n])|\x1b\[(?:u|[0-9]+;[0-9]+[Hf]|2J)|\x08+/g;

/** The default pattern, on bytes: what contains none of its first characters is not looked at twice. */
const defaultNewlines: NewlineRule = {
  normalise(utf8) {
    const isPlain =
      utf8.indexOf(CARRIAGE_RETURN) < 0 && utf8.indexOf(ESCAPE) < 0 && utf8.indexOf(BACKSPACE) < 0;
    if (isPlain) return utf8;
    // One character per byte, so the pattern runs over bytes; all it looks for is ASCII.
    const bytes = utf8.toString('latin1');
    const replaced = bytes.replace(DEFAULT_NEWLINES, '\n');
    return replaced.length === bytes.length && replaced === bytes
      ? utf8
      : Buffer.from(replaced, 'latin1');
  },
  mayContinue: (line) => line.indexOf(CARRIAGE_RETURN) >= 0 || line.indexOf(ESCAPE) >= 0,
};

/**
 * The rule for a pattern in Python's syntax.
 *
 * Errors: SyntaxError when the pattern has no counterpart in JavaScript.
 */
export function newlineRuleFrom(pythonPattern: string): NewlineRule {
  if (pythonPattern === DEFAULT_NEWLINE_PATTERN) return defaultNewlines;
  const pattern = new RegExp(javaScriptPatternFrom(pythonPattern), 'g');
  return {
    normalise(utf8) {
      const text = utf8.toString('utf8');
      return Buffer.from(text.replace(pattern, '\n'), 'utf8');
    },
    mayContinue: () => true,
  };
}

/** What the two dialects write differently: octal escapes, the dot, and the names of groups. */
function javaScriptPatternFrom(pythonPattern: string): string {
  let isInClass = false;
  return pythonPattern.replace(/\\0[0-7]{0,2}|\\[AZ]|\\.|\(\?P<|[[\].]/gs, (token) => {
    if (token === '[') isInClass = true;
    if (token === ']') isInClass = false;
    if (token === '.' && !isInClass) return '[^\\n]';
    if (token === '\\A') return '^';
    if (token === '\\Z') return '$';
    if (token === '(?P<') return '(?<';
    if (!token.startsWith('\\0')) return token;
    const code = Number.parseInt(token.slice(1), 8);
    return `\\x${code.toString(16).padStart(2, '0')}`;
  });
}
