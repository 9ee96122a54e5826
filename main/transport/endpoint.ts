import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { asFact, type Statement, tell } from '../lib/statement.ts';
import type { MasterAddress } from '../worker-settings/worker-config.ts';
import { endpointFromString } from './endpoint-from-string.ts';

/** Where a transport goes and how. */
export type Endpoint = TcpEndpoint | TlsEndpoint | UnixEndpoint;

export interface TcpEndpoint {
  readonly kind: 'tcp';
  readonly host: string;
  readonly port: number;
  readonly bindAddress: string | undefined;
  /** How long making the connection may take; undefined leaves that to whoever connects. */
  readonly timeoutSeconds: number | undefined;
}

export interface TlsEndpoint {
  readonly kind: 'tls';
  /** The name the master's certificate has to be for; undefined leaves the name unchecked. */
  readonly checkedName: string | undefined;
  readonly trust: Trust;
  /** PEM files with our own certificate and its key; undefined offers none. */
  readonly certificatePath: string | undefined;
  readonly privateKeyPath: string | undefined;
  /** What carries the encrypted bytes. */
  readonly carrier: Endpoint;
}

/** Whose signatures count: this system's authorities, those of a directory of `.pem` files, or any. */
export type Trust =
  | { readonly kind: 'system' }
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'anybody' };

export interface UnixEndpoint {
  readonly kind: 'unix';
  readonly path: string;
}

export interface Route {
  readonly endpoint: Endpoint;
  /** An HTTP proxy that is asked to CONNECT to the endpoint's host and port; undefined for none. */
  readonly proxy: Endpoint | undefined;
}

/** The way to a master. Errors: the sentence of what is wrong with a connection string. */
export function routeFrom(address: MasterAddress): Outcome<Route, Statement> {
  if (address.kind === 'connection-string') {
    const endpoint = endpointFromString(address.connectionString);
    return endpoint.ok ? succeeded({ endpoint: endpoint.value, proxy: undefined }) : endpoint;
  }
  const { host, port, useTls, proxyConnectionString } = address;
  const endpoint = hostEndpoint(host, port, useTls);
  if (!proxyConnectionString) return succeeded({ endpoint, proxy: undefined });
  const proxy = endpointFromString(proxyConnectionString);
  if (!proxy.ok) return failed(tell('proxyStringUnusable', asFact(proxy.problem)));
  return succeeded({ endpoint, proxy: proxy.value });
}

const PLAIN = { bindAddress: undefined, timeoutSeconds: undefined } as const;

function hostEndpoint(host: string, port: number, useTls: boolean): Endpoint {
  const carrier: TcpEndpoint = { kind: 'tcp', host, port, ...PLAIN };
  if (!useTls) return carrier;
  return {
    kind: 'tls',
    checkedName: host,
    trust: { kind: 'system' },
    certificatePath: undefined,
    privateKeyPath: undefined,
    carrier,
  };
}

/** The endpoint for sentences: `build.example.org:9989`, or the path of a UNIX socket. */
export function endpointName(endpoint: Endpoint): string {
  switch (endpoint.kind) {
    case 'tcp':
      return peerOf(endpoint.host, endpoint.port);
    case 'tls':
      return endpointName(endpoint.carrier);
    case 'unix':
      return endpoint.path;
  }
}

/** `host:port`, an IPv6 address in brackets. */
export function peerOf(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
