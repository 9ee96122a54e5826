import { expect, it } from 'vitest';
import { endpointName, peerOf } from '../../../../../main/transport/endpoint/endpoint.ts';

const carrier = {
  kind: 'tcp',
  host: 'farm',
  port: 9989,
  bindAddress: undefined,
  timeoutSeconds: undefined,
} as const;

it('an endpoint is named by where it goes, whatever is around it', () => {
  const tls = {
    kind: 'tls',
    checkedName: 'another name',
    trust: { kind: 'system' },
    certificatePath: undefined,
    privateKeyPath: undefined,
  } as const;
  expect(endpointName(carrier)).toBe('farm:9989');
  expect(endpointName({ ...tls, carrier })).toBe('farm:9989');
  expect(endpointName({ ...tls, carrier: { kind: 'unix', path: '/run/x' } })).toBe('/run/x');
});

it('an address with colons is in brackets', () => {
  expect([peerOf('::1', 1), peerOf('127.0.0.1', 1)]).toEqual(['[::1]:1', '127.0.0.1:1']);
});
