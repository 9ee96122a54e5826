import { expect, it } from 'vitest';
import { pinFrom } from '../../../../../main/transport/tls/certificate-pin.ts';
import { valueFromText } from '../../../../../main/worker-settings/setting-value.ts';

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
])('reads %j, which may be typed', (text) => {
  expect(pinFrom(text)).toEqual({ ok: true, value: DIGITS });
  expect(valueFromText('tlsPin', text).ok).toBe(true);
});

it.each([
  'sha256:',
  DIGITS.slice(1),
  `${DIGITS}0`,
  `sha1:${DIGITS.slice(24)}`,
  BASE64.slice(0, -1),
  `${BASE64}=`,
  `${WITH_COLONS} ${WITH_COLONS}`,
])('refuses %j, which may not be typed', (text) => {
  expect(pinFrom(text).ok).toBe(false);
  expect(valueFromText('tlsPin', text).ok).toBe(false);
});
