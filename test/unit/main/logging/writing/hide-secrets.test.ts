import { describe, expect, it } from 'vitest';
import { hideSecrets } from '../../../../../main/logging/writing/hide-secrets.ts';

describe('a secret', () => {
  it.each([
    ['x9-hunter-2', 'curl -px9-hunter-2 x', 'curl -p*** x'],
    ['correct horse', 'it said correct horse twice', 'it said *** twice'],
    ['supersecretive', 'mysupersecretives', 'my***s'],
    ['a1b2', 'a1b2 is not a1b2c3, (a1b2)', '*** is not a1b2c3, (***)'],
    ['9989', 'port 19989 or 9989', 'port 19989 or ***'],
    ['(.*)+', 'all of (.*)+ here', 'all of *** here'],
    ['pässw0', 'ist pässw0, nicht pässw0ß', 'ist ***, nicht pässw0ß'],
    ['abc', 'abc is too short to hide', 'abc is too short to hide'],
  ])('%s is hidden where it stands by itself, a long one anywhere', (secret, text, shown) => {
    expect(hideSecrets(text, [secret])).toBe(shown);
  });

  it('is hidden whole when another is a part of it', () => {
    expect(hideSecrets('long-secret-2', ['long-secret', 'long-secret-2'])).toBe('***');
  });
});

describe('a secret that is a plain word', () => {
  it.each([
    'The worker name w1 or its password is wrong; ask for both.',
    'wrong, wronged and wrong',
  ])('stays in sentences: %s', (text) => {
    expect(hideSecrets(text, ['wrong'])).toBe(text);
  });

  it.each([
    ["argv: [b'curl', b'wrong']", "argv: [b'curl', b'***']"],
    ['tool --password wrong host', 'tool --password *** host'],
    ['tool --token=wrong', 'tool --token=***'],
    ['https://ada:wrong@host/', 'https://ada:***@host/'],
    ['wrong@host', '***@host'],
    ["passwd = 'wrong'", "passwd = '***'"],
    ["b'--pass', b'wrong'", "b'--pass', b'***'"],
  ])('is hidden where secrets are given: %s', (text, shown) => {
    expect(hideSecrets(text, ['wrong'])).toBe(shown);
  });
});
