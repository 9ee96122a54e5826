import { describe, expect, it } from 'vitest';
import { Float, type JellyValue, Tuple } from '../../../../../../main/spread/jelly/jelly-value.ts';
import {
  jellyFromInfo,
  jellyFromUpdateValue,
  textFrom,
  wireArgumentsFrom,
} from '../../../../../../main/worker/connection/pb/pb-values.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

describe('what a master sends', () => {
  it.each<readonly [JellyValue | undefined, string | undefined]>([
    ['grün', 'grün'],
    [bytes('grün'), 'grün'],
    [3, undefined],
    [undefined, undefined],
  ])('%j is the text %j', (value, text) => {
    expect(textFrom(value)).toBe(text);
  });

  it('becomes plain data: text, arrays and records', () => {
    const value = new Map<JellyValue, JellyValue>([
      [bytes('command'), new Tuple([bytes('make'), ['all', 3, null]])],
      ['env', new Map([['A', true]])],
    ]);
    expect(wireArgumentsFrom(value)).toEqual({
      command: ['make', ['all', 3, null]],
      env: { A: true },
    });
  });

  it('has arguments only as a dictionary, whose names reach no prototype', () => {
    expect(wireArgumentsFrom([])).toBeUndefined();
    const args = wireArgumentsFrom(new Map([['__proto__', 'x']]));
    expect(Object.keys(args ?? {})).toEqual(['__proto__']);
    expect(args?.constructor).toBeUndefined();
  });
});

describe('what is sent to a master', () => {
  it('has floats and tuples where they are marked', () => {
    expect(jellyFromUpdateValue({ float: 2 })).toEqual(new Float(2));
    expect(jellyFromUpdateValue({ tuple: [1, 'a'] })).toEqual(new Tuple([1, 'a']));
    expect(jellyFromUpdateValue(['a', { float: 1 }])).toEqual(['a', new Float(1)]);
    expect(jellyFromUpdateValue(null)).toBeNull();
  });

  it('holds the worker info as dictionaries', () => {
    expect(jellyFromInfo({ numcpus: 2, environ: { A: 'b' } })).toEqual(
      new Map<JellyValue, JellyValue>([
        ['numcpus', 2],
        ['environ', new Map([['A', 'b']])],
      ]),
    );
  });
});
