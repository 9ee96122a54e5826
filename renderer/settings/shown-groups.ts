import type { SettingsPage } from '../../main/contract/settings.ts';
import type { Texts } from '../../main/texts/texts.ts';
import type { SettingDepth } from '../../main/worker-settings/setting-row.ts';
import { settingRow } from '../../main/worker-settings/settings-table.ts';
import {
  type Edits,
  FIELD_GROUPS,
  type FieldGroup,
  type FieldName,
  isByString,
  isFound,
  isInUse,
  isUnusual,
} from '../components/settings/settings-form.ts';

interface Choice {
  readonly depth: SettingDepth;
  /** Words that are looked for, at every depth; empty: none. */
  readonly query: string;
  /** One that was refused is shown in any case: there it shows why. */
  readonly refused: FieldName | undefined;
}

export interface ShownGroups {
  /** Those that have anything to show. */
  readonly groups: readonly FieldGroup[];
  /** How many more fields the other depth has. */
  readonly more: number;
}

/** Which fields the page shows. */
export function shownGroups(
  page: SettingsPage,
  edits: Edits,
  { depth, query, refused }: Choice,
  texts: Texts['settings'],
): ShownGroups {
  const byString = isByString(page, edits);
  const isCandidate = (name: FieldName): boolean =>
    name === refused || (query === '' ? isInUse(name, byString) : isFound(name, query, texts));
  // What is not as usual is never out of sight.
  const isShown = (name: FieldName): boolean =>
    depth === 'all' ||
    query !== '' ||
    name === refused ||
    settingRow(name).isBasic === true ||
    edits[name] !== undefined ||
    isUnusual(page, name);
  const candidates = FIELD_GROUPS.flatMap(({ fields }) => fields).filter(isCandidate);
  const shown = new Set(candidates.filter(isShown));
  const groups = FIELD_GROUPS.map(({ name, fields }) => ({
    name,
    fields: fields.filter((field) => shown.has(field)),
  }));
  return {
    groups: groups.filter(({ fields }) => fields.length > 0),
    more: candidates.length - shown.size,
  };
}
