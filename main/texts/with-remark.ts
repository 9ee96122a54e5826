/** What happened, with what the other end said about it, if anything. */
export function withRemark(what: string, said: string): string {
  return said === '' ? what : `${what} (${said})`;
}
