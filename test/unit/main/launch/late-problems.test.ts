import { describe, expect, it } from 'vitest';
import { lateProblems } from '../../../../main/launch/late-problems.ts';
import { inEnglish } from '../../../support/in-english.ts';

describe('settings that would only fail at the start', () => {
  it('are none where nothing is set, or all is well', () => {
    expect(lateProblems({})).toEqual([]);
    expect(
      lateProblems({
        unicodeEncoding: 'utf-8',
        connectionString: 'tls:host=ci.example.org:port=9989',
        proxyConnectionString: 'tcp:proxy:3128',
      }),
    ).toEqual([]);
    expect(lateProblems({ connectionString: null, proxyConnectionString: null })).toEqual([]);
  });

  it.each([
    ['unicodeEncoding', 'klingon'],
    ['connectionString', 'carrier-pigeon:north'],
    ['proxyConnectionString', 'carrier-pigeon:north'],
  ] as const)('are found by the setting: %s', (name, value) => {
    const [found, ...others] = lateProblems({ [name]: value });
    expect(others).toEqual([]);
    expect(found?.name).toBe(name);
    expect(found && inEnglish(found)).toContain(value.split(':')[0]);
  });

  it('are all shown at once', () => {
    const wrong = {
      unicodeEncoding: 'x-none',
      connectionString: 'x:y',
      proxyConnectionString: 'x:y',
    };
    expect(lateProblems(wrong).map(({ name }) => name)).toEqual(Object.keys(wrong));
  });
});
