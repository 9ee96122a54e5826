import { readExtras } from '../basedir/extras-file.ts';
import { type Problem, problem } from '../contract/problem.ts';
import type { ExtrasChanges } from '../contract/settings-contract.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { pinFrom } from '../transport/tls/certificate-pin.ts';
import { type ConnectionExtras, extraOf } from '../worker-settings/connection-extras.ts';
import { EXTRA_NAMES, type ExtraName } from '../worker-settings/settings-table.ts';

/** Why `buildtray.json` cannot say that; `name` is undefined where no single setting is to blame. */
export interface ExtrasRefusal {
  readonly name: ExtraName | undefined;
  readonly problem: Problem;
}

/**
 * What a directory's `buildtray.json` is to say after the changes; undefined where nothing changes.
 *
 * Errors: the first setting that cannot be, or a file that cannot be read.
 */
export async function changedExtras(
  basedir: string,
  changes: ExtrasChanges,
): Promise<Outcome<ConnectionExtras | undefined, ExtrasRefusal>> {
  if (Object.keys(changes).length === 0) return succeeded(undefined);
  const read = await readExtras(basedir);
  if (!read.ok) return failed({ name: undefined, problem: read.problem });
  const { extras } = read.value;
  const saved = Object.fromEntries(EXTRA_NAMES.map((name) => [name, extraOf(extras, name)]));
  const { proxyUser } = changes;
  const keepsLogin = proxyUser === undefined || Boolean(proxyUser?.trim());
  return extrasFrom({ ...saved, ...(!keepsLogin && { proxyPassword: undefined }), ...changes });
}

/** What `buildtray.json` is to say, from texts; an empty one sets nothing. Errors: the first fault. */
export function extrasFrom(
  texts: Readonly<Partial<Record<ExtraName, string | null | undefined>>>,
): Outcome<ConnectionExtras, ExtrasRefusal> {
  const pin = texts.tlsPin?.trim() || undefined;
  const authorities = texts.tlsAuthorities?.trim() || undefined;
  const user = texts.proxyUser?.trim() || undefined;
  // A password is taken as it is.
  const password = texts.proxyPassword ?? '';
  const checked = pin === undefined ? undefined : pinFrom(pin);
  if (checked && !checked.ok) return failed({ name: 'tlsPin', problem: checked.problem });
  if (user?.includes(':')) {
    return failed({ name: 'proxyUser', problem: problem('extras.proxyUserHasColon') });
  }
  if (user === undefined && password !== '') {
    return failed({ name: 'proxyUser', problem: problem('extras.proxyUserMissing') });
  }
  const isAny = pin !== undefined || authorities !== undefined;
  return succeeded({
    tls: isAny ? { pin, authorities } : undefined,
    proxy: user === undefined ? undefined : { user, password },
  });
}
