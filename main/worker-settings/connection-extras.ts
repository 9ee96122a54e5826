import {
  EXTRA_SETTINGS,
  type ExtraName,
  type ExtraRow,
  type ExtraSetting,
} from './settings-table.ts';

/**
 * What a connection may need and `buildbot.tac` has no place for, so that the Python worker can still run
 * the directory: the objects of `buildtray.json`, each with its settings.
 */
export type ConnectionExtras = {
  readonly [Name in ObjectName]?: ExtrasObject<Name> | undefined;
};

/** The login at the HTTP proxy; without it none is sent. */
export type ProxyLogin = ExtrasObject<'proxy'>;

type ObjectName = ObjectOf<ExtraRow['json']>;
type ObjectOf<Path> = Path extends `${infer Name}.${string}` ? Name : never;
type KeyOf<Path> = Path extends `${string}.${infer Key}` ? Key : never;

type ExtrasObject<Name extends string> = {
  readonly [R in RequiredRow as R['json'] extends `${Name}.${string}`
    ? KeyOf<R['json']>
    : never]: string;
} & {
  readonly [R in OptionalRow as R['json'] extends `${Name}.${string}` ? KeyOf<R['json']> : never]?:
    | string
    | undefined;
};
type RequiredRow = Extract<ExtraRow, { readonly isJsonRequired: true }>;
type OptionalRow = Exclude<ExtraRow, RequiredRow>;

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
