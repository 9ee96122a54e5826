import { describe, expect, it } from 'vitest';
import { strayIn, tryable } from '../../../../renderer/add-worker/secrets.ts';

const MAIL = {
  host: 'ci.example.org',
  port: '9989',
  workerName: 'w',
  password: 'p',
  proxyConnectionString: 'tcp:proxy:3128',
  proxyPassword: 'q',
};
const PASTED = { origin: MAIL, settled: MAIL };

/** The form after a hand has changed it, and left the field. */
function edited(changes: Readonly<Record<string, string>>) {
  const settings = { ...MAIL, ...changes };
  const trust = { origin: MAIL, settled: settings };
  return { stray: strayIn(settings, trust), tried: tryable(settings, trust) };
}

describe('the secrets of a text', () => {
  it('are tried where they came from, however it is written', () => {
    expect(tryable(MAIL, PASTED)).toEqual(MAIL);
    expect(edited({ host: ' CI.example.org' }).stray).toBeUndefined();
    expect(edited({ port: '9990' }).tried.password).toBe('p');
  });

  it.each([
    ['another host', { host: 'other.example.org' }, 'ci.example.org', 'other.example.org'],
    [
      'a connection string',
      { connectionString: 'tls:host=other:port=1' },
      'ci.example.org',
      'tls:host=other:port=1',
    ],
  ])('are not tried at %s', (_what, changes, cameWith, wouldGoTo) => {
    const { stray, tried } = edited(changes);
    expect(stray).toEqual({ cameWith, wouldGoTo });
    expect(tried).not.toHaveProperty('password');
    expect(tried).toHaveProperty('proxyPassword');
  });

  it('are not given to another proxy', () => {
    const { stray, tried } = edited({ proxyConnectionString: 'tcp:other:3128' });
    expect(stray?.wouldGoTo).toBe('tcp:other:3128');
    expect(tried).not.toHaveProperty('proxyPassword');
    expect(tried).toHaveProperty('password');
  });

  it('are not asked about while no host is there', () => {
    expect(edited({ host: ' ' }).stray).toBeUndefined();
  });

  it('go anywhere when they were typed, or came without a host', () => {
    const settings = { ...MAIL, host: 'other' };
    expect(strayIn(settings, { origin: undefined, settled: settings })).toBeUndefined();
    const bare = { workerName: 'w', password: 'p' };
    expect(strayIn(settings, { origin: bare, settled: settings })).toBeUndefined();
    expect(edited({ host: 'other', password: 'typed' }).stray).toBeUndefined();
  });
});

describe('what is being typed', () => {
  it.each(['host', 'port', 'connectionString', 'workerName', 'password'])(
    'keeps the password from being tried: %s',
    (name) => {
      const settings = { ...MAIL, [name]: 'half' };
      expect(tryable(settings, { origin: undefined, settled: MAIL })).not.toHaveProperty(
        'password',
      );
      expect(tryable(settings, { origin: undefined, settled: settings })).toHaveProperty(
        'password',
      );
    },
  );

  it('keeps a proxy’s password from a proxy that is half typed', () => {
    const settings = { ...MAIL, proxyConnectionString: 'tcp:pro' };
    expect(tryable(settings, { origin: undefined, settled: MAIL })).not.toHaveProperty(
      'proxyPassword',
    );
  });
});
