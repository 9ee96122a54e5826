/** The source of a regular expression, in any mode, that finds this very text. */
export function escapePattern(text: string): string {
  // In Unicode mode no other character may be escaped, a hyphen neither.
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
