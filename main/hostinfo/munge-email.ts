/**
 * Writes addresses so that people read them and collectors of addresses do not: `ada@example.org`
 * becomes `ada at example dot org`.
 */
export function mungeEmail(text: string): string {
  return text.replaceAll(
    /([\w.+%-]+)@([\w-]+(?:\.[\w-]+)+)/g,
    (_address, name: string, domain: string) => `${name} at ${domain.replaceAll('.', ' dot ')}`,
  );
}
