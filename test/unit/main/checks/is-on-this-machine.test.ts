import { expect, it } from 'vitest';
import { isOnThisMachine } from '../../../../main/checks/is-on-this-machine.ts';
import type { TcpEndpoint } from '../../../../main/transport/endpoint/endpoint.ts';

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['127.0.0.1.example.org', false],
  ['192.0.2.1', false],
  ['ci.example.org', false],
])('judges %s', (host, expected) => {
  const endpoint: TcpEndpoint = {
    kind: 'tcp',
    host,
    port: 1,
    bindAddress: undefined,
    timeoutSeconds: undefined,
  };
  expect(isOnThisMachine(endpoint)).toBe(expected);
});
