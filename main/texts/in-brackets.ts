/** What the other end said, if anything. */
export function inBrackets(said: string): string {
  return said === '' ? '' : ` (${said})`;
}
