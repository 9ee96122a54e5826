import type { Endpoint, Route, TcpEndpoint, UnixEndpoint } from '../transport/endpoint/endpoint.ts';

/** What is connected to first on the way to a master: its own port, or the proxy's. */
export function firstHopOf({ endpoint, proxy }: Route): TcpEndpoint | UnixEndpoint {
  return carrierOf(proxy ?? endpoint);
}

function carrierOf(endpoint: Endpoint): TcpEndpoint | UnixEndpoint {
  return endpoint.kind === 'tls' ? carrierOf(endpoint.carrier) : endpoint;
}
