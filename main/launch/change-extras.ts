import { readExtras } from '../basedir/extras-file.ts';
import type { ConnectionExtras } from '../contract/connection-extras.ts';
import type { ExtraName, ExtrasChanges } from '../contract/settings.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { pinFrom } from '../transport/certificate-pin.ts';

/** Why `buildtray.json` cannot say that; `name` is undefined where no single setting is to blame. */
export interface ExtrasRefusal {
  readonly name: ExtraName | undefined;
  readonly sentence: string;
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
  if (!read.ok) return failed({ name: undefined, sentence: read.problem });
  const { tls, proxy } = read.value.extras;
  const pin = wanted(changes.tlsPin, tls?.pin);
  const checked = pin === undefined ? undefined : pinFrom(pin);
  if (checked && !checked.ok) return failed({ name: 'tlsPin', sentence: checked.problem });
  const authorities = wanted(changes.tlsAuthorities, tls?.authorities);
  const user = wanted(changes.proxyUser, proxy?.user);
  // A password is taken as it is.
  const password =
    (changes.proxyPassword === undefined ? proxy?.password : changes.proxyPassword) ?? '';
  if (user?.includes(':')) {
    return failed({ name: 'proxyUser', sentence: 'A user name cannot hold a colon.' });
  }
  if (user === undefined && changes.proxyPassword) {
    const sentence = 'The proxy asks for a user name beside the password.';
    return failed({ name: 'proxyUser', sentence });
  }
  const isAny = pin !== undefined || authorities !== undefined;
  return succeeded({
    tls: isAny ? { pin, authorities } : undefined,
    proxy: user === undefined ? undefined : { user, password },
  });
}

function wanted(change: string | null | undefined, before: string | undefined): string | undefined {
  return change === undefined ? before : change?.trim() || undefined;
}
