import { describe, expect, it } from 'vitest';
import { type Expression, Float } from '../../../../../main/spread/banana/expression.ts';
import { BANANA_ELEMENT_LIMIT } from '../../../../../main/spread/banana/limits.ts';
import { Referenceable } from '../../../../../main/spread/broker/referenceable.ts';
import { RemoteReference } from '../../../../../main/spread/broker/remote-reference.ts';
import { copierOf } from '../../../../../main/spread/broker/wire-form-of.ts';
import { JellyError } from '../../../../../main/spread/jelly/jelly-error.ts';
import { type JellyValue, Tuple } from '../../../../../main/spread/jelly/jelly-value.ts';
import { unjelly } from '../../../../../main/spread/jelly/unjelly.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const ours = new Referenceable({});
const theirs = new RemoteReference(9, {
  call: async () => null,
  callWithoutAnswer: () => {},
  release: () => {},
});
const objects = {
  copierOf,
  receive: () => theirs,
  find: (id: number | string) => (id === 4 || id === 'root' ? ours : undefined),
};

/** An expression, of words that are text here. */
function made(value: unknown): Expression {
  if (typeof value === 'string') return bytes(value);
  return Array.isArray(value) ? value.map(made) : (value as Expression);
}

it.each<readonly [string, unknown, JellyValue]>([
  ['a float is a number', new Float(2), 2],
  ['an object of theirs is a reference', ['remote', 9], theirs],
  ['an object of ours comes back', ['local', 4], ours],
  ['the root comes back by its name', ['local', 'root'], ours],
  [
    'a list that occurs twice',
    ['list', ['reference', 1, ['list', 5]], ['dereference', 1]],
    [[5], [5]],
  ],
  ['a bare byte string is bytes', 'grü', bytes('grü')],
  ['text is UTF-8', ['unicode', 'grü'], 'grü'],
  ['broken UTF-8 becomes replacement characters', ['unicode', new Uint8Array([0xff])], '\ufffd'],
  ['true', ['boolean', 'true'], true],
  ['every other truth is false', ['boolean', 'yes'], false],
  [
    'a dictionary keeps keys of any kind',
    ['dictionary', [1, 2], ['k', ['None']]],
    new Map<JellyValue, JellyValue>([
      [1, 2],
      [bytes('k'), null],
    ]),
  ],
  [
    'a reference keeps its value where it first occurs',
    ['reference', 1, ['tuple', 5]],
    new Tuple([5]),
  ],
  [
    'a value is repeated after another one of its number',
    ['list', ['reference', 1, 5], ['reference', 1, 6], ['dereference', 1]],
    [5, 6, 6],
  ],
])('%s', (_name, form, value) => {
  expect(unjelly(made(form), objects)).toEqual(value);
});

describe('what is refused', () => {
  it.each([
    ['a class', ['class', 'os.system'], 'JELLY_INSECURE'],
    ['a module', ['module', 'os'], 'JELLY_INSECURE'],
    ['an instance', ['instance', ['class', 'x.Y'], ['dictionary']], 'JELLY_INSECURE'],
    ['a class by its name', ['some.module.Class', ['dictionary']], 'JELLY_INSECURE'],
    ['a set', ['set', 1], 'JELLY_INSECURE'],
    ['an empty list', [], 'JELLY_INSECURE'],
    ['text without bytes', ['unicode', 3], 'JELLY_MALFORMED'],
    ['text without anything', ['unicode'], 'JELLY_MALFORMED'],
    ['a dictionary of no pairs', ['dictionary', 3], 'JELLY_MALFORMED'],
    ['a dictionary with half a pair', ['dictionary', [1]], 'JELLY_MALFORMED'],
    ['a list within itself', ['reference', 1, ['list', ['dereference', 1]]], 'JELLY_MALFORMED'],
    ['a repetition of nothing', ['dereference', 3], 'JELLY_MALFORMED'],
    ['a reference without a number', ['remote', 'x'], 'JELLY_MALFORMED'],
    ['a reference to nothing', ['reference', 1], 'JELLY_MALFORMED'],
    ['a reference whose number is a list', ['dereference', []], 'JELLY_MALFORMED'],
    ['a failure without a state', ['twisted.spread.pb.CopyableFailure'], 'JELLY_MALFORMED'],
    ['a kind that is a number', [3, 4], 'JELLY_INSECURE'],
    ['an object that was not offered', ['local', 77], 'JELLY_UNKNOWN_OBJECT'],
    ['an object of a strange name', ['local', 'toString'], 'JELLY_UNKNOWN_OBJECT'],
    ['an object without a name', ['local'], 'JELLY_UNKNOWN_OBJECT'],
  ])('%s', (_name, form, code) => {
    expect(codeOf(() => unjelly(made(form), objects))).toBe(code);
  });

  it('a value that doubles itself again and again', () => {
    let form: unknown = ['reference', 0, ['list', 1]];
    const parts: unknown[] = ['list', form];
    for (let id = 1; id < 40; id += 1) {
      form = ['reference', id, ['list', ['dereference', id - 1], ['dereference', id - 1]]];
      parts.push(form);
    }
    expect(codeOf(() => unjelly(made(parts), objects))).toBe('JELLY_TOO_LARGE');
  });

  it('a value of as many parts as allowed is read, and none of more', () => {
    const list = (length: number) => [bytes('list'), ...new Array<Expression>(length).fill(0)];
    expect(unjelly(list(BANANA_ELEMENT_LIMIT - 1), objects)).toHaveLength(BANANA_ELEMENT_LIMIT - 1);
    expect(codeOf(() => unjelly(list(BANANA_ELEMENT_LIMIT), objects))).toBe('JELLY_TOO_LARGE');
  });

  it('a class is refused by its name, of which little is shown', () => {
    expect(() => unjelly(made(['x'.repeat(500)]), objects)).toThrow(
      /^a value of the kind "x{80}"$/,
    );
  });
});

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof JellyError ? error.code : String(error);
  }
}
