/**
 * What a connection may need and `buildbot.tac` has no words for. It stands in `buildtray.json` beside
 * that file, so that the Python worker can still run the directory.
 */
export interface ConnectionExtras {
  readonly tls?: TlsExtras | undefined;
  /** Who we are for the HTTP proxy; without it the proxy is told nothing. */
  readonly proxy?: ProxyLogin | undefined;
}

export interface TlsExtras {
  /**
   * SHA-256 of the master's certificate or of its public key, as `sha256:` with 64 hexadecimal digits.
   * With a pin the certificate needs neither a known authority nor the master's name.
   */
  readonly pin?: string | undefined;
  /** A PEM file, or a directory of them, with authorities that count besides the system's. */
  readonly authorities?: string | undefined;
}

export interface ProxyLogin {
  readonly user: string;
  readonly password: string;
}
