/** Why `buildtray.json` cannot say something. */
export const extras = {
  noPin: (text: string) =>
    `The pin "${text}" is no SHA-256: write sha256: and the 64 hexadecimal digits of the certificate or of its public key.`,
  extrasAreNoJson: (path: string) =>
    `${path} is not valid JSON: mend it, or remove it and give the certificate and the proxy login anew.`,
  extrasWant: (path: string, wanted: string) => `${path} must be ${wanted}.`,
  proxyUserHasColon: () => 'A user name cannot hold a colon.',
  proxyUserMissing: () => 'The proxy asks for a user name beside the password.',
};
