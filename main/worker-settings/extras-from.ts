import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { type ConnectionExtras, extraPlaceOf } from './connection-extras.ts';
import type { SettingFault } from './setting-fault.ts';
import { valueFromText } from './setting-value.ts';
import {
  EXTRA_NAMES,
  EXTRA_SETTINGS,
  type ExtraName,
  type ExtraSetting,
} from './settings-table.ts';

/** What is wrong with settings of `buildtray.json` together, or beside those of `buildbot.tac`. */
export type ExtraFault =
  /** Another setting has no meaning without it. */
  | { readonly kind: 'needed-with'; readonly other: ExtraName }
  | { readonly kind: 'without-tls' | 'without-proxy' };

export interface NamedExtraFault {
  readonly name: ExtraName;
  readonly fault: SettingFault | ExtraFault;
}

/** Texts as a person types them; an empty one sets nothing, and so does null. */
export type ExtraTexts = Readonly<Partial<Record<ExtraName, string | null | undefined>>>;
type ExtraValues = Readonly<Partial<Record<ExtraName, string | undefined>>>;

/**
 * What `buildtray.json` is to hold, from what was typed.
 *
 * Shape:  `saved` is what it holds already; texts replace it, setting by setting.
 * Errors: the first setting that cannot be.
 */
export function extrasFrom(
  texts: ExtraTexts,
  saved: ExtraValues = {},
): Outcome<ConnectionExtras, NamedExtraFault> {
  const typed: Partial<Record<ExtraName, string | undefined>> = {};
  for (const name of EXTRA_NAMES) {
    const text = texts[name];
    if (text === undefined) continue;
    const read = valueFromText(name, text ?? '');
    if (!read.ok) return failed({ name, fault: read.problem });
    typed[name] = read.value === null ? undefined : String(read.value);
  }
  return completeExtras({ ...withoutOrphans(saved, typed), ...typed });
}

/** What is saved, without the secrets that belong to something that is taken away: a password to its user. */
function withoutOrphans(saved: ExtraValues, typed: ExtraValues): ExtraValues {
  const goes = ({ name, isJsonRequired }: ExtraSetting): boolean =>
    isJsonRequired === true && name in typed && typed[name] === undefined;
  const emptied = EXTRA_SETTINGS.filter((row) => row.kind !== 'secret' && goes(row)).map(objectOf);
  const kept = EXTRA_SETTINGS.filter(
    (row) => row.kind !== 'secret' || !emptied.includes(objectOf(row)),
  );
  return Object.fromEntries(kept.map(({ name }) => [name, saved[name]]));
}

/** The objects that have something in them. */
function completeExtras(values: ExtraValues): Outcome<ConnectionExtras, NamedExtraFault> {
  const extras: Record<string, Record<string, string>> = {};
  for (const row of EXTRA_SETTINGS) {
    const { object, key } = extraPlaceOf(row);
    const other = EXTRA_SETTINGS.find((one) => objectOf(one) === object && values[one.name]);
    if (other === undefined) continue;
    const value = values[row.name] ?? (isEmptyMeant(row) ? '' : undefined);
    if (value !== undefined) extras[object] = { ...extras[object], [key]: value };
    else if (row.isJsonRequired) {
      return failed({ name: row.name, fault: { kind: 'needed-with', other: other.name } });
    }
  }
  // The keys are the rows', and each required one is there.
  return succeeded(extras as ConnectionExtras);
}

function isEmptyMeant({ kind, isJsonRequired = false }: ExtraSetting): boolean {
  return kind === 'secret' && isJsonRequired;
}

function objectOf(row: ExtraSetting): string {
  return extraPlaceOf(row).object;
}
