import { describe, expect, it } from 'vitest';
import { RaisedError, RemoteError } from '../../../../../main/spread/broker/errors.ts';
import { CopyableFailure, textOf } from '../../../../../main/spread/broker/failure.ts';
import { JellyError } from '../../../../../main/spread/jelly/jelly-error.ts';
import type { JellyValue } from '../../../../../main/spread/jelly/jelly-value.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const remote = new RemoteError({ typeName: 'a.B', value: 'no', traceback: '', parents: [] });

describe('the failure of what was thrown', () => {
  it.each<readonly [unknown, string, string]>([
    [new Error('no space'), 'builtins.RuntimeError', 'no space'],
    [new RaisedError('builtins.ValueError', 'no good'), 'builtins.ValueError', 'no good'],
    [remote, 'a.B', 'a.B: no'],
    [new JellyError('JELLY_INSECURE', 'a class'), 'twisted.spread.jelly.InsecureJelly', 'a class'],
    ['text', 'builtins.RuntimeError', 'text'],
    [undefined, 'builtins.RuntimeError', 'undefined'],
  ])('of %s is of the class %s', (error, typeName, value) => {
    expect(CopyableFailure.from(error)).toMatchObject({ typeName, value });
  });

  it('shows a master the error, and nothing of our stack', () => {
    const failure = CopyableFailure.from(new Error('no space'));
    expect(failure.traceback).toBe('builtins.RuntimeError: no space\n');
    expect(failure.parents).toContain('builtins.Exception');
    expect(failure.state()).toEqual(
      new Map<JellyValue, JellyValue>([
        ['count', 0],
        ['type', Buffer.from('builtins.RuntimeError')],
        ['value', 'no space'],
        ['captureVars', false],
        ['frames', []],
        ['stack', []],
        ['tb', null],
        ['parents', failure.parents],
        ['unsafeTracebacks', false],
        ['traceback', failure.traceback],
      ]),
    );
  });
});

describe('the failure of a dictionary', () => {
  it('is the one whose state it is', () => {
    const failure = CopyableFailure.from(new RaisedError('a.Ü', 'größer'));
    expect(CopyableFailure.fromState(failure.state())).toEqual(failure);
  });

  it('may have its texts and its keys as bytes, as of older peers', () => {
    const state = new Map<JellyValue, JellyValue>([
      [bytes('type'), bytes('a.B')],
      ['value', bytes('größer')],
      [bytes('parents'), [bytes('a.B'), 'c.D']],
    ]);
    expect(CopyableFailure.fromState(state)).toMatchObject({
      typeName: 'a.B',
      value: 'größer',
      parents: ['a.B', 'c.D'],
    });
  });

  it('is empty where entries are absent, or of another kind', () => {
    const empty = { typeName: '', value: '', traceback: '', parents: [] };
    expect(CopyableFailure.fromState(new Map())).toMatchObject(empty);
    const odd = new Map<JellyValue, JellyValue>([
      ['type', 3],
      ['value', null],
      ['traceback', [bytes('x')]],
      ['parents', 'a.B'],
    ]);
    expect(CopyableFailure.fromState(odd)).toMatchObject(empty);
  });

  it.each([[null], ['text'], [[]]])('is none of %j', (state) => {
    expect(() => CopyableFailure.fromState(state)).toThrow(
      expect.objectContaining({ code: 'JELLY_MALFORMED' }),
    );
  });
});

it('text is a string or UTF-8, and empty for all else', () => {
  expect([textOf('ü'), textOf(bytes('ü')), textOf(3), textOf(undefined)]).toEqual([
    'ü',
    'ü',
    '',
    '',
  ]);
});
