import { expect, it } from 'vitest';
import { codeOf, messageOf } from '../../../../main/lib/message-of.ts';

it.each([
  [new Error('it broke'), 'it broke'],
  ['it broke', 'it broke'],
  [undefined, 'undefined'],
])('reads the message of whatever was thrown: %j', (thrown, message) => {
  expect(messageOf(thrown)).toBe(message);
});

it.each([
  [Object.assign(new Error('x'), { code: 'ENOENT' }), 'ENOENT'],
  [Object.assign(new Error('x'), { code: 5 }), undefined],
  [new Error('x'), undefined],
  [null, undefined],
  ['ENOENT', undefined],
])('reads the code where there is one: %j', (thrown, code) => {
  expect(codeOf(thrown)).toBe(code);
});
