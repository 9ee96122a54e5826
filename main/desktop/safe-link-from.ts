/** What may be handed to the desktop to open: a page of the web, and nothing that starts programs. */
const SCHEMES: readonly string[] = ['https:', 'http:'];

/** The address as it will be opened; undefined for one that must not be. */
export function safeLinkFrom(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  // A name before the host makes one site look like another.
  const isPlain = username === '' && password === '';
  return SCHEMES.includes(protocol) && isPlain ? href : undefined;
}
