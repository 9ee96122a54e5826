import { expect, it } from 'vitest';
import { isFailure, outcomeFrom } from '../../../../main/history/outcome-from.ts';

it.each([
  ['shell', { kind: 'exited', rc: 0 }, false],
  ['shell', { kind: 'exited', rc: 1 }, true],
  ['shell', { kind: 'exited', rc: undefined }, false],
  // That something is not there is an answer.
  ['stat', { kind: 'exited', rc: 2 }, false],
  ['mkdir', { kind: 'exited', rc: 2 }, true],
  ['stat', { kind: 'interrupted' }, true],
  ['shell', { kind: 'dropped' }, true],
] as const)('%s that ended as %j: a failure is %s', (name, end, expected) => {
  expect(isFailure(name, end)).toBe(expected);
});

const ok = { end: { kind: 'exited', rc: 0 }, isFailure: false } as const;
const failure = { end: { kind: 'exited', rc: 1 }, isFailure: true } as const;
const interrupted = { end: { kind: 'interrupted' }, isFailure: true } as const;
const dropped = { end: { kind: 'dropped' }, isFailure: true } as const;
const unfinished = { end: undefined, isFailure: false } as const;

it.each([
  [[], 'ok'],
  [[ok, ok], 'ok'],
  [[ok, failure, ok], 'errors'],
  [[failure, interrupted], 'interrupted'],
  [[interrupted, dropped], 'lost'],
  [[ok, unfinished], 'lost'],
])('a build of %j is %s', (commands, outcome) => {
  expect(outcomeFrom(commands)).toBe(outcome);
});
