import { EXTRA_SETTINGS, type ExtraName, type ExtraSetting } from './settings-table.ts';

/**
 * What a connection may need and `buildbot.tac` has no place for: the settings of `buildtray.json`, so that
 * the Python worker can still run the directory.
 */
export type ConnectionExtras = {
  readonly tls?: TlsExtras | undefined;
  /** The login at the HTTP proxy; without it none is sent. */
  readonly proxy?: ProxyLogin | undefined;
};

export type TlsExtras = {
  /**
   * SHA-256 of the master's certificate or of its public key, as `sha256:` with 64 hexadecimal digits.
   * With a pin the certificate needs neither a known authority nor the master's name.
   */
  readonly pin?: string | undefined;
  /** A PEM file, or a directory of them, with authorities that count besides the system's. */
  readonly authorities?: string | undefined;
};

export type ProxyLogin = {
  readonly user: string;
  readonly password: string;
};

/** Where a setting is in `buildtray.json`, and in `ConnectionExtras`: a key of one of the objects. */
export interface ExtraPlace {
  readonly object: string;
  readonly key: string;
}

/** From the row's path: `tls.pin` is the key `pin` of `tls`. */
export function extraPlaceOf({ json }: Pick<ExtraSetting, 'json'>): ExtraPlace {
  const [object = '', key = ''] = json.split('.');
  return { object, key };
}

type Objects = Readonly<Record<string, Readonly<Record<string, string | undefined>> | undefined>>;

/** What is set for one of them; undefined where nothing is. */
export function extraOf(extras: ConnectionExtras, name: ExtraName): string | undefined {
  const objects: Objects = extras;
  const row = EXTRA_SETTINGS.find((setting) => setting.name === name);
  if (row === undefined) return undefined;
  const { object, key } = extraPlaceOf(row);
  return objects[object]?.[key];
}
