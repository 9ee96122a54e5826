import { isOfMaster } from './config-from.ts';
import type { SettingValue } from './setting-row.ts';
import { type TacRow, WORKER_SETTINGS } from './settings-table.ts';
import type { MasterSettingName, WorkerConfig } from './worker-config.ts';

type DefaultName = Exclude<
  Extract<TacRow, { readonly byDefault: SettingValue }>['name'],
  MasterSettingName
>;

/** What a worker runs with where nothing else is set; every worker has the rest of its own. */
export const WORKER_DEFAULTS = Object.fromEntries(
  WORKER_SETTINGS.filter(({ name, byDefault }) => byDefault !== undefined && !isOfMaster(name)).map(
    ({ name, byDefault }) => [name, byDefault ?? undefined],
  ),
) as Pick<WorkerConfig, DefaultName>;
