import { readExtras } from '../basedir/extras-file.ts';
import type { Problem } from '../contract/problem.ts';
import type { ExtrasChanges } from '../contract/settings-contract.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { type ConnectionExtras, extraOf } from '../worker-settings/connection-extras.ts';
import { extrasFrom, type NamedExtraFault } from '../worker-settings/extras-from.ts';
import { EXTRA_NAMES } from '../worker-settings/settings-table.ts';

/** Why `buildtray.json` cannot be changed: one of the changes, or the file. */
export type ExtrasRefusal =
  | ({ readonly kind: 'fault' } & NamedExtraFault)
  | { readonly kind: 'unreadable'; readonly problem: Problem };

/**
 * What a directory's `buildtray.json` is to hold after the changes; undefined where nothing changes.
 *
 * Errors: the first setting that cannot be, or a file that cannot be read.
 */
export async function changedExtras(
  basedir: string,
  changes: ExtrasChanges,
): Promise<Outcome<ConnectionExtras | undefined, ExtrasRefusal>> {
  if (Object.keys(changes).length === 0) return succeeded(undefined);
  const read = await readExtras(basedir);
  if (!read.ok) return failed({ kind: 'unreadable', problem: read.problem });
  const { extras } = read.value;
  const saved = Object.fromEntries(EXTRA_NAMES.map((name) => [name, extraOf(extras, name)]));
  const changed = extrasFrom(changes, saved);
  return changed.ok ? changed : failed({ kind: 'fault', ...changed.problem });
}
