import type { ConnectionExtras } from '../worker-settings/connection-extras.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';

/** The texts of a worker's settings that no log and no status may show. */
export function secretsOf(
  { password, master }: WorkerConfig,
  { proxy }: ConnectionExtras,
): readonly string[] {
  const text =
    master.kind === 'host' ? (master.proxyConnectionString ?? '') : master.connectionString;
  return [password, proxy?.password ?? '', ...passwordsIn(text)].filter((secret) => secret !== '');
}

/** Those of `//user:password@host` and of `password=…`, as written and as meant. */
export function passwordsIn(connection: string): readonly string[] {
  const pattern = /[^/:@\s]*:([^/@\s]+)@|\b(?:passwd|password|pass)=((?:\\.|[^:\\])+)/gi;
  return [...connection.matchAll(pattern)].flatMap(([, inUrl, named]) =>
    inUrl === undefined
      ? [named ?? '', (named ?? '').replaceAll(/\\(.)/g, '$1')]
      : [inUrl, decoded(inUrl)],
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
