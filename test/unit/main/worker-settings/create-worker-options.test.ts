import { expect, it } from 'vitest';
import { createWorkerOptions } from '../../../../main/worker-settings/create-worker-options.ts';

const byName = new Map(createWorkerOptions().map((option) => [option.name as string, option]));

it('has each option once', () => {
  expect(byName.size).toBe(createWorkerOptions().length);
});

it('has a default where one is worth showing, as it is typed', () => {
  expect(byName.get('keepalive')?.byDefault).toBe('600');
  expect(byName.get('umask')?.byDefault).toBe('None');
  expect(byName.get('allow-shutdown')?.byDefault).toBeUndefined();
  expect(byName.get('use-tls')).toMatchObject({ setting: 'useTls', byDefault: undefined });
});

it('has those that are no settings', () => {
  expect(byName.get('force')).toMatchObject({ short: 'f', setting: undefined });
  expect(byName.get('access-uri')?.value).toBe('uri');
});
