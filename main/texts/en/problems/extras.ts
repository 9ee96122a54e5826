import type { WordsOf } from '../../problem-words.ts';
import { expectedText } from './facts.ts';

/** Why `buildtray.json` cannot be used. */
export const extras: WordsOf<'extras'> = {
  notAPin: ({ text }) =>
    `The pin "${text}" is not a SHA-256: write sha256: and the 64 hexadecimal digits of the certificate or of its public key.`,
  notJson: ({ path }) =>
    `${path} is not valid JSON: fix it, or remove it and enter the certificate and the proxy login again.`,
  mustBe: ({ path, expected }) => `${path} must be ${expectedText(expected)}.`,
  othersMayRead: ({ path }) =>
    `Others on this machine can read the proxy's password in ${path}; fix that by: chmod 600 ${path}`,
};
