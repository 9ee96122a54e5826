import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Expression } from '../../../../../main/spread/banana/expression.ts';
import { CopyableFailure } from '../../../../../main/spread/broker/failure.ts';
import { Referenceable } from '../../../../../main/spread/broker/referenceable.ts';
import { RemoteReference } from '../../../../../main/spread/broker/remote-reference.ts';
import { copierOf, wireFormOf } from '../../../../../main/spread/broker/wire-form-of.ts';
import { jelly } from '../../../../../main/spread/jelly/jelly.ts';
import { JellyError } from '../../../../../main/spread/jelly/jelly-error.ts';
import {
  type BrokerValue,
  type JellyValue,
  Tuple,
  Utf8Text,
} from '../../../../../main/spread/jelly/jelly-value.ts';
import { unjelly } from '../../../../../main/spread/jelly/unjelly.ts';
import { decode, encode } from '../banana/banana-samples.ts';

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
/** What a peer reads. */
function crossed(sent: JellyValue): Expression {
  const [received = ''] = decode(encode(jelly(sent, formOf)));
  return received;
}

/** An expression with its words as text, to be read. */
function shown(value: Expression): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  return Array.isArray(value) ? value.map(shown) : value;
}

it.each<readonly [string, JellyValue, unknown]>([
  ['text', 'grü', ['unicode', 'grü']],
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

it('a value of ours that holds itself', () => {
  const list: JellyValue[] = [];
  list.push(list);
  expect(codeOf(() => jelly(list, formOf))).toBe('JELLY_TOO_DEEP');
});

it('a failure crosses with all that a master shows of it', () => {
  const failure = CopyableFailure.from(new Error('no space'));
  expect(unjelly(crossed(failure), objects)).toMatchObject({
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
      expect(unjelly(crossed(sent), back)).toEqual(sent);
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
