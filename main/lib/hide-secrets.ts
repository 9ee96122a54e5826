/** To hide a secret that may be part of any word would only give it away. */
const TINY_SECRET = 4;

/** The text with stars in the place of secrets, all but tiny ones. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(({ length }) => length >= TINY_SECRET)
    .reduce((hidden, secret) => hidden.replaceAll(secret, '***'), text);
}
