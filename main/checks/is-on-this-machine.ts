import type { Endpoint } from '../transport/endpoint/endpoint.ts';

/** Whether what is sent there never leaves this machine. */
export function isOnThisMachine(endpoint: Endpoint): boolean {
  if (endpoint.kind === 'tls') return isOnThisMachine(endpoint.carrier);
  if (endpoint.kind === 'unix') return true;
  return /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(endpoint.host);
}
