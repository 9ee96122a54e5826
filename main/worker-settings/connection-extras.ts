import type { ExtraName } from './settings-table.ts';

/**
 * What a connection may need and `buildbot.tac` has no words for: the settings of `buildtray.json`, so that
 * the Python worker can still run the directory.
 */
export interface ConnectionExtras {
  readonly tls?: TlsExtras | undefined;
  /** The login at the HTTP proxy; without it none is sent. */
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

/** What is set for one of them; undefined where nothing is. */
export function extraOf({ tls, proxy }: ConnectionExtras, name: ExtraName): string | undefined {
  switch (name) {
    case 'tlsPin':
      return tls?.pin;
    case 'tlsAuthorities':
      return tls?.authorities;
    case 'proxyUser':
      return proxy?.user;
    case 'proxyPassword':
      return proxy?.password;
  }
}
