import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  descriptionFrom,
  escaped,
  settingsOf,
} from '../../../../../main/transport/endpoint/description-from.ts';

/** Kind, bare values and named ones of a string; the problem's key where it has none. */
function parts(text: string) {
  const read = descriptionFrom(text);
  if (!read.ok) return read.problem.key;
  const { kind, positional, named } = read.value;
  return [kind, positional, Object.fromEntries(named)];
}

describe('a connection string', () => {
  it.each<readonly [string, unknown]>([
    ['tcp:farm:9989', ['tcp', ['farm', '9989'], {}]],
    ['TCP:host=farm', ['tcp', [], { host: 'farm' }]],
    ['', ['', [], {}]],
    ['tcp::', ['tcp', ['', ''], {}]],
    ['tcp:a=b=c', ['tcp', [], { a: 'b=c' }]],
    ['tcp:=b', ['tcp', [], { '': 'b' }]],
    ['unix:path=a\\:b\\\\c\\d', ['unix', [], { path: 'a:b\\cd' }]],
    ['unix:a\\=b', ['unix', ['a=b'], {}]],
    ['tcp:host=a:host=b', ['tcp', [], { host: 'b' }]],
    ['unix:a\\', 'connectionString.endsInBackslash'],
    ['unix:a\\\\', ['unix', ['a\\'], {}]],
  ])('%j is taken apart at its colons', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it('holds any value once it is escaped, as a named one', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (first, second) => {
        const text = `x:a=${escaped(first)}:b=${escaped(second)}`;
        expect(parts(text)).toEqual(['x', [], { a: first, b: second }]);
      }),
    );
  });
});

describe('the settings of a connection string', () => {
  function settings(text: string) {
    const read = descriptionFrom(text);
    if (!read.ok) throw new Error(read.problem.key);
    const found = settingsOf(read.value, ['host', 'port'], ['host', 'port', 'timeout']);
    return found.ok ? Object.fromEntries(found.value) : found.problem;
  }

  it('have their names from their places, or with them', () => {
    expect(settings('tcp:farm:9989')).toEqual({ host: 'farm', port: '9989' });
    expect(settings('tcp:farm:timeout=3')).toEqual({ host: 'farm', timeout: '3' });
    expect(settings('tcp')).toEqual({});
  });

  it.each([
    ['tcp:a:1:2', 'connectionString.hasTooMuch', { text: 'tcp:a:1:2', value: '2' }],
    ['tcp:a:host=b', 'connectionString.namesTwice', { text: 'tcp:a:host=b', setting: 'host' }],
    [
      'tcp:a:colour=red',
      'connectionString.hasUnknownSetting',
      { text: 'tcp:a:colour=red', setting: 'colour', known: 'host, port, timeout' },
    ],
  ])('%j is refused with what is wrong', (text, key, facts) => {
    expect(settings(text)).toEqual({ key, facts });
  });
});
