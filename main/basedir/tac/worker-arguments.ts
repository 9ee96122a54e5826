import { WORKER_SETTINGS } from '../../worker-settings/settings-table.ts';
import type { TacAge } from './age-of-class.ts';
import type { TacLiteral } from './python/literal-from.ts';
import type { TacSetting } from './tac-reading.ts';

interface ArgumentPlace {
  readonly setting: TacSetting;
  readonly position?: number | undefined;
  readonly slavePosition?: number | undefined;
  readonly keyword?: string | undefined;
}

/** Arguments that set nothing any more. */
const OLD_ARGUMENTS: readonly ArgumentPlace[] = [
  { setting: 'usepty', slavePosition: 6, keyword: 'usePTY' },
  { setting: 'keepaliveTimeout', position: 6, slavePosition: 7 },
];

const ARGUMENTS: readonly ArgumentPlace[] = [
  ...WORKER_SETTINGS.flatMap(({ tac }): ArgumentPlace[] =>
    tac.argument === undefined ? [] : [{ setting: variableOf(tac), ...tac.argument }],
  ),
  ...OLD_ARGUMENTS,
];

/** Variables of the file that are passed to no class: buildbot-worker makes no use of them. */
export const OWN_VARIABLES: readonly TacSetting[] = WORKER_SETTINGS.filter(
  ({ tac }) => tac.block === 'own',
).map(({ tac }) => variableOf(tac));

/** The settings of the log's rotation. */
export const ROTATION_VARIABLES: readonly TacSetting[] = WORKER_SETTINGS.filter(
  ({ tac }) => tac.block === 'log',
).map(({ tac }) => variableOf(tac));

/** The worker class's arguments without a name, in their order. */
export function positionalOrder(age: TacAge): readonly TacSetting[] {
  const placeOf = ({ position, slavePosition }: ArgumentPlace): number | undefined =>
    age === 'buildbot_worker.bot' ? position : slavePosition;
  return ARGUMENTS.filter((argument) => placeOf(argument) !== undefined)
    .sort((one, other) => (placeOf(one) ?? 0) - (placeOf(other) ?? 0))
    .map(({ setting }) => setting);
}

/** What a setting is where the file does not have it; without a log block nothing is rotated. */
export function valueWhenAbsent(setting: TacSetting): TacLiteral {
  const row = WORKER_SETTINGS.find(({ tac }) => tac.variable === setting);
  return row === undefined || row.group === 'log' ? null : (row.byDefault ?? null);
}

/** Before 0.8 the master's host had this name. */
const OLDEST_HOST = 'host';

export function settingOfKeyword(keyword: string): TacSetting | undefined {
  if (keyword === OLDEST_HOST) return 'buildmaster_host';
  return ARGUMENTS.find(({ setting }) => keywordOfSetting(setting) === keyword)?.setting;
}

/** The argument's name in a call of the worker class. */
export function keywordOfSetting(setting: TacSetting): string {
  return ARGUMENTS.find((argument) => argument.setting === setting)?.keyword ?? setting;
}

/** The rows name nothing but variables of theirs. */
function variableOf({ variable }: { readonly variable: string }): TacSetting {
  return variable as TacSetting;
}
