import { expect, it } from 'vitest';
import { type ExtraTexts, extrasFrom } from '../../../../main/worker-settings/extras-from.ts';

const PIN = `sha256:${'ab'.repeat(32)}`;
const LOGIN = { proxyUser: 'ada', proxyPassword: 'secret' };

it.each<[ExtraTexts, object]>([
  [{}, {}],
  [{ tlsPin: ' ', tlsAuthorities: null, proxyUser: undefined }, {}],
  [{ tlsPin: ` ${PIN} ` }, { tls: { pin: PIN } }],
  [{ tlsAuthorities: '/etc/farm.pem' }, { tls: { authorities: '/etc/farm.pem' } }],
  [{ tlsAuthorities: String.raw`C:\farm.pem` }, { tls: { authorities: String.raw`C:\farm.pem` } }],
  [
    { proxyUser: ' ada ', proxyPassword: ' as it is ' },
    { proxy: { user: 'ada', password: ' as it is ' } },
  ],
  [{ proxyUser: 'ada' }, { proxy: { user: 'ada', password: '' } }],
])('makes of the texts %j what buildtray.json holds', (texts, extras) => {
  expect(extrasFrom(texts)).toEqual({ ok: true, value: extras });
});

it.each<[ExtraTexts, object]>([
  [{ tlsPin: 'ab' }, { name: 'tlsPin', fault: { kind: 'shape', name: 'tlsPin' } }],
  [{ tlsAuthorities: 'farm.pem' }, { name: 'tlsAuthorities', fault: { kind: 'shape' } }],
  [{ proxyUser: 'a:b' }, { name: 'proxyUser', fault: { kind: 'shape' } }],
  [{ proxyUser: 'a\tb' }, { name: 'proxyUser', fault: { kind: 'one-line' } }],
  [
    { proxyPassword: 'secret' },
    { name: 'proxyUser', fault: { kind: 'needed-with', other: 'proxyPassword' } },
  ],
])('refuses the texts %j', (texts, problem) => {
  expect(extrasFrom(texts)).toMatchObject({ ok: false, problem });
});

it.each<[ExtraTexts, object]>([
  [{}, { tls: { pin: PIN }, proxy: { user: 'ada', password: 'secret' } }],
  [{ tlsPin: '' }, { proxy: { user: 'ada', password: 'secret' } }],
  [{ proxyUser: 'bob' }, { tls: { pin: PIN }, proxy: { user: 'bob', password: 'secret' } }],
  [{ proxyPassword: '' }, { tls: { pin: PIN }, proxy: { user: 'ada', password: '' } }],
  // The password goes with the user that it belongs to.
  [{ proxyUser: null }, { tls: { pin: PIN } }],
])('changes what is saved by the texts %j alone', (texts, extras) => {
  expect(extrasFrom(texts, { ...LOGIN, tlsPin: PIN })).toEqual({ ok: true, value: extras });
});

it('keeps what is saved as it is, even if nobody could type it', () => {
  const saved = { tlsAuthorities: 'beside-the-worker.pem' };
  expect(extrasFrom({ tlsPin: PIN }, saved)).toEqual({
    ok: true,
    value: { tls: { pin: PIN, authorities: 'beside-the-worker.pem' } },
  });
});
