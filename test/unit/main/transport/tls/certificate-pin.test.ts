import { expect, it } from 'vitest';
import { pinFrom } from '../../../../../main/transport/tls/certificate-pin.ts';

const DIGITS = '0123456789abcdef'.repeat(4);
const WITH_COLONS = DIGITS.replaceAll(/(..)(?!$)/g, '$1:').toUpperCase();
const BASE64 = Buffer.from(DIGITS, 'hex').toString('base64');

it.each([
  DIGITS,
  ` ${DIGITS}\n`,
  `sha256:${DIGITS}`,
  WITH_COLONS,
  `SHA256 Fingerprint=${WITH_COLONS}`,
  `sha256//${BASE64}`,
  BASE64,
])('reads %j', (text) => {
  expect(pinFrom(text)).toEqual({ ok: true, value: DIGITS });
});

it.each(['', 'sha256:', DIGITS.slice(1), `${DIGITS}0`, `sha1:${DIGITS.slice(24)}`])(
  'refuses %j',
  (text) => {
    expect(pinFrom(text).ok).toBe(false);
  },
);
