import { expect, it } from 'vitest';
import { EXTRA_OBJECTS, extrasSchema } from '../../../../main/basedir/extras-schema.ts';

const isAllowed = (contents: unknown): boolean => extrasSchema.safeParse(contents).success;

it('has an object for each of the table, with its settings', () => {
  const keys = [...EXTRA_OBJECTS].map(([name, rows]) => [name, rows.map(({ key }) => key)]);
  expect(keys).toEqual([
    ['tls', ['pin', 'authorities']],
    ['proxy', ['user', 'password']],
  ]);
});

it.each([
  {},
  { tls: {} },
  { tls: { pin: 'sha256:00' } },
  { proxy: { user: 'ada', password: '' } },
  { later: 1, tls: { newer: true } },
])('allows %j', (contents) => {
  expect(isAllowed(contents)).toBe(true);
});

it.each([
  [],
  { tls: 1 },
  { tls: { pin: '' } },
  { tls: { authorities: null } },
  { proxy: { user: 'ada' } },
  { proxy: { password: 'secret' } },
  { proxy: { user: 'a:b', password: 'secret' } },
])('refuses %j', (contents) => {
  expect(isAllowed(contents)).toBe(false);
});
