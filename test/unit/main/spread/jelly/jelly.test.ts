import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../../../main/spread/banana/expression.ts';
import { CopyableFailure } from '../../../../../main/spread/broker/failure.ts';
import { Referenceable } from '../../../../../main/spread/broker/referenceable.ts';
import { RemoteReference } from '../../../../../main/spread/broker/remote-reference.ts';
import { copierOf, wireFormOf } from '../../../../../main/spread/broker/wire-form-of.ts';
import { jelly } from '../../../../../main/spread/jelly/jelly.ts';
import { JellyError } from '../../../../../main/spread/jelly/jelly-error.ts';
import {
  type BrokerValue,
  Float,
  type JellyValue,
  Tuple,
  Utf8Text,
} from '../../../../../main/spread/jelly/jelly-value.ts';
import { unjelly } from '../../../../../main/spread/jelly/unjelly.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const ours = new Referenceable({});
const theirs = new RemoteReference(9, {
  call: async () => null,
  callWithoutAnswer: () => {},
  release: () => {},
});
const formOf = (value: BrokerValue) => wireFormOf(value, () => 4);
const objects = {
  copierOf,
  receive: () => theirs,
  find: (id: number | string) => (id === 4 || id === 'root' ? ours : undefined),
};
/** An expression with its words as text, to be read. */
function shown(value: Expression): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  return Array.isArray(value) ? value.map(shown) : value;
}
function made(value: unknown): Expression {
  if (typeof value === 'string') return bytes(value);
  return Array.isArray(value) ? value.map(made) : (value as Expression);
}

it.each<readonly [string, JellyValue, unknown]>([
  ['text', 'grü', ['unicode', 'gr\u00c3\u00bc']],
  ['text that is UTF-8 already', new Utf8Text(bytes('x')), ['unicode', 'x']],
  ['bytes', bytes('x'), 'x'],
  ['None', null, ['None']],
  ['true', true, ['boolean', 'true']],
  ['false', false, ['boolean', 'false']],
  ['a number', 3, 3],
  ['a list', [1, 'a'], ['list', 1, ['unicode', 'a']]],
  ['a tuple', new Tuple([1, null]), ['tuple', 1, ['None']]],
  ['a dictionary', new Map([['k', 2]]), ['dictionary', [['unicode', 'k'], 2]]],
  ['an object of ours', ours, ['remote', 4]],
  ['an object of theirs', theirs, ['local', 9]],
])('%s has its form on the wire', (_name, value, form) => {
  expect(shown(jelly(value, formOf))).toEqual(form);
});

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
  ['broken UTF-8 becomes replacement characters', ['unicode', '\xff'], '\ufffd\ufffd'.slice(0, 1)],
])('%s', (_name, form, value) => {
  const expression = form instanceof Float ? form : made(form);
  const read = _name.startsWith('broken')
    ? unjelly([bytes('unicode'), new Uint8Array([0xff])], objects)
    : unjelly(expression, objects);
  expect(read).toEqual(value);
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
    ['an object that was not offered', ['local', 77], 'JELLY_UNKNOWN_OBJECT'],
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

  it('a value of ours that holds itself', () => {
    const list: JellyValue[] = [];
    list.push(list);
    expect(codeOf(() => jelly(list, formOf))).toBe('JELLY_TOO_DEEP');
  });
});

it('a failure crosses with all that a master shows of it', () => {
  const crossed = unjelly(jelly(CopyableFailure.from(new Error('no space')), formOf), objects);
  expect(crossed).toMatchObject({
    typeName: 'builtins.RuntimeError',
    value: 'no space',
    traceback: 'builtins.RuntimeError: no space\n',
  });
});

const value: fc.Arbitrary<JellyValue> = fc.letrec<{ value: JellyValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false, ours),
    fc.maxSafeInteger().map((number) => number + 0),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(tie('value'), { maxLength: 5 }).map((items) => new Tuple(items)),
    fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 5 }).map((pairs) => new Map(pairs)),
  ),
})).value;

it('whatever is sent is understood', () => {
  // Our own object comes back as itself.
  const back = { ...objects, receive: () => ours };
  fc.assert(
    fc.property(value, (sent) => {
      expect(unjelly(jelly(sent, formOf), back)).toEqual(sent);
    }),
  );
});

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof JellyError ? error.code : String(error);
  }
}
