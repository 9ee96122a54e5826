/**
 * Characters that do something to a terminal, a line or the order of others instead of showing themselves:
 * controls, line separators, and the marks that turn the direction of text.
 */
const ACTING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
const ALL_ACTING = new RegExp(ACTING.source, 'g');

/**
 * Text that others wrote, fit to be shown in one line: what would act is shown as its number, such as
 * `\x1b` or `\u202e`. The one function for this, at every edge where foreign text comes to people.
 */
export function showable(text: string): string {
  return ACTING.test(text) ? text.replace(ALL_ACTING, escaped) : text;
}

/** `showable` for a line of text: tabs stay. What it holds cannot begin another line. */
export function showableLine(text: string): string {
  return showableLines(text).replaceAll('\n', '\\n');
}

/** `showable` for text of several lines: newlines and tabs stay. */
export function showableLines(text: string): string {
  if (!ACTING.test(text)) return text;
  return text.replace(ALL_ACTING, (character) =>
    character === '\n' || character === '\t' ? character : escaped(character),
  );
}

function escaped(character: string): string {
  const number = character.charCodeAt(0);
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const digits = number.toString(16);
  return number < 0x100 ? `\\x${digits.padStart(2, '0')}` : `\\u${digits.padStart(4, '0')}`;
}
