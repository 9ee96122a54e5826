import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../../../../../main/msgpack/codec.ts';
import { Float } from '../../../../../../main/msgpack/msgpack-value.ts';
import {
  mapFromInfo,
  pairsFrom,
  wireArgumentsFrom,
} from '../../../../../../main/worker/connection/msgpack/msgpack-values.ts';
import type { Lines, Update } from '../../../../../../main/worker/update.ts';

/** Runs of lines with the time of each run. */
function linesOf(...runs: [text: string, timeSeconds: number][]): Lines {
  const arrivals: Lines['arrivals'][number][] = [];
  let utf8 = Buffer.alloc(0);
  for (const [text, timeSeconds] of runs) {
    utf8 = Buffer.concat([utf8, Buffer.from(text)]);
    arrivals.push({ endByte: utf8.length, timeSeconds });
  }
  return { utf8, arrivals };
}

const onTheWire = (...updates: Update[]) => decode(encode(pairsFrom(updates)));

describe('updates', () => {
  it('give text, the places of its newlines in characters, and the time of each line', () => {
    const lines = linesOf(['a\nbc\n', 1.5], ['grüß 😀\n\n', 2.25]);
    expect(onTheWire({ kind: 'text', stream: 'stdout', lines })).toEqual([
      ['stdout', ['a\nbc\ngrüß 😀\n\n', [1, 4, 11, 12], [1.5, 1.5, 2.25, 2.25]]],
    ]);
  });

  it('give the lines of a log file with its name', () => {
    const lines = linesOf(['x\n', 1.5]);
    expect(onTheWire({ kind: 'log', logName: 'test.log', lines })).toEqual([
      ['log', ['test.log', ['x\n', [1], [1.5]]]],
    ]);
  });

  it('find every newline where Python finds it', () => {
    const line = fc
      .string({ unit: 'binary', maxLength: 8 })
      .map((text) => text.replaceAll('\n', ''));
    const run = fc.tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(9));
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), (runs) => {
        const texts = runs.map(([lines, time]): [string, number] => [
          lines.map((text) => `${Buffer.from(text).toString()}\n`).join(''),
          time + 0.5,
        ]);
        const [pair] = onTheWire({ kind: 'text', stream: 'stdout', lines: linesOf(...texts) }) as [
          [string, [string, number[], number[]]],
        ];
        const [text, places, times] = pair[1];
        // As Python has it, a character is a code point.
        const newlines = [...text].flatMap((sign, at) => (sign === '\n' ? [at] : []));
        expect(places).toEqual(newlines);
        expect(times).toEqual(runs.flatMap(([lines, time]) => lines.map(() => time + 0.5)));
      }),
    );
  });

  it('hold values in order, floats as floats and tuples as lists', () => {
    const updates: Update[] = [
      { kind: 'value', key: 'rc', value: 0 },
      { kind: 'value', key: 'elapsed', value: { float: 2 } },
      { kind: 'value', key: 'files', value: ['a', 'b'] },
      { kind: 'value', key: 'stat', value: { tuple: [33188, 2 ** 40, 2n ** 60n] } },
      { kind: 'value', key: 'failure_reason', value: 'timeout' },
    ];
    expect(pairsFrom(updates)).toEqual([
      ['rc', 0],
      ['elapsed', new Float(2)],
      ['files', ['a', 'b']],
      ['stat', [33188, 2 ** 40, 2n ** 60n]],
      ['failure_reason', 'timeout'],
    ]);
  });

  it('give a time as a float even when it is whole', () => {
    const lines = linesOf(['x\n', 3]);
    const written = encode(pairsFrom([{ kind: 'text', stream: 'stderr', lines }]));
    expect(Buffer.from(written).toString('hex')).toContain('cb4008000000000000');
  });
});

describe('what the master sends', () => {
  it('becomes records, lists and text', () => {
    const env = new Map([['A', Buffer.from('b')]]);
    const args = new Map<string, Parameters<typeof wireArgumentsFrom>[0]>([
      ['env', env],
      ['command', ['echo', ['obfuscated', 'x', 'y']]],
      ['timeout', null],
    ] as never);
    expect(wireArgumentsFrom(args as never)).toEqual({
      env: { A: 'b' },
      command: ['echo', ['obfuscated', 'x', 'y']],
      timeout: null,
    });
    expect(wireArgumentsFrom([1])).toBeUndefined();
  });
});

it('the worker info becomes dictionaries', () => {
  expect(mapFromInfo({ admin: 'Ada', numcpus: 2, environ: { A: 'b' } })).toEqual(
    new Map<string, unknown>([
      ['admin', 'Ada'],
      ['numcpus', 2],
      ['environ', new Map([['A', 'b']])],
    ]),
  );
});
