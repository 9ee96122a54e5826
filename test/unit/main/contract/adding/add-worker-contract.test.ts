import { expect, it } from 'vitest';
import { addWorkerContract } from '../../../../../main/contract/adding/add-worker-contract.ts';

const { argument } = addWorkerContract.check;
const accepts = (settings: Record<string, unknown>) =>
  argument.safeParse({ id: 'port', settings }).success;

it.each([
  {},
  { workerName: 'w', port: '9989', password: '' },
  { maxdelay: 'nonsense, which the form reports' },
  { basedir: 'x'.repeat(32_768), tlsAuthorities: 'x'.repeat(32_768) },
])('takes settings as they were typed: %#', (settings) => {
  expect(accepts(settings)).toBe(true);
});

it.each([
  [{ colour: 'red' }],
  [{ port: 9989 }],
  [{ port: undefined }],
  [{ workerName: 'x'.repeat(2_001) }],
  [{ password: 'x'.repeat(10_001) }],
  [{ basedir: 'x'.repeat(32_769) }],
])('refuses settings that no form sends: %#', (settings) => {
  expect(accepts(settings)).toBe(false);
});
