/** Where a transport goes and how. */
export type Endpoint = TcpEndpoint | TlsEndpoint | UnixEndpoint;

export interface TcpEndpoint {
  readonly kind: 'tcp';
  readonly host: string;
  readonly port: number;
  readonly bindAddress: string | undefined;
  /** How long making the connection may take; undefined leaves that to the caller. */
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
