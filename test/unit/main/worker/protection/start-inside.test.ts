import { describe, expect, it, vi } from 'vitest';
import { startInside, systemProgram } from '../../../../../main/worker/protection/start-inside.ts';

const ENTRANCE = { firstPid: 42, ownsNetwork: false };

function start(environment: Record<string, string>, words: readonly string[] = ['make', 'all']) {
  return startInside(ENTRANCE, { words, workdir: '/w/linux', environment });
}

describe('a start in an enclosure', () => {
  it('gives up its rights before it goes where a build may have put something', () => {
    const { words, workdir } = start({});
    const names = words.filter((word) => /^\/.*\/(nsenter|setpriv|env)$/.test(word));
    expect(names.map((name) => name.split('/').at(-1))).toEqual(['nsenter', 'setpriv', 'env']);
    expect(words.slice(-4)).toEqual(['-C', '/w/linux', 'make', 'all']);
    expect(workdir).toBe('/');
  });

  it.each([
    'LD_PRELOAD',
    'LD_LIBRARY_PATH',
    'GLIBC_TUNABLES',
    'GCONV_PATH',
    'LANGUAGE',
    'LC_ALL',
    'TMPDIR',
  ])('sets %s only for the program itself', (name) => {
    const { words, environment } = start({ [name]: 'value', OTHER: 'x' });
    expect(environment).toEqual({ OTHER: 'x' });
    expect(words.slice(-3)).toEqual([`${name}=value`, 'make', 'all']);
  });

  it('shows the list of processes no variable that may be a secret', () => {
    const { words } = start({ DEPLOY: 'secret' });
    expect(words.join(' ')).not.toContain('secret');
  });

  it('enters a network of its own where there is one', () => {
    const wanted = { words: ['true'], workdir: '/', environment: {} };
    expect(startInside({ ...ENTRANCE, ownsNetwork: true }, wanted).words).toContain('-n');
    expect(startInside(ENTRANCE, wanted).words).not.toContain('-n');
  });

  it.each([0, 1000])('takes the rights of root from root alone: %i', (uid) => {
    const getuid = vi.spyOn(process, 'getuid').mockReturnValue(uid);
    expect(start({}).words.includes('--bounding-set=-all')).toBe(uid === 0);
    getuid.mockRestore();
  });
});

it('finds programs of the system in its own directories alone', () => {
  expect(systemProgram('sh')).toMatch(/^\/(usr\/)?s?bin\/sh$/);
  expect(systemProgram('no-such-program')).toBe('/usr/bin/no-such-program');
});
