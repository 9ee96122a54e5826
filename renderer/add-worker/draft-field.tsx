import type { ReactNode } from 'react';
import type { DraftName } from '../../main/contract/adding/worker-draft.ts';
import type { Texts } from '../../main/texts/texts.ts';
import { settingRow } from '../../main/worker-settings/settings-table.ts';
import { useTexts } from '../components/app-context.tsx';
import type { Shown } from '../components/fields/setting-control.tsx';
import { defaultText, SettingField } from '../components/fields/setting-field.tsx';
import type { Draft } from './draft.ts';
import { FIELD_OF, faultOf, isNeeded } from './draft-form.ts';
import type { Checks } from './use-checks.ts';

interface DraftFieldProps {
  readonly draft: Draft;
  readonly name: DraftName;
  /** Those whose failure is read out with the field that it is about. */
  readonly checks?: Checks;
  readonly label?: string;
  readonly help?: ReactNode;
  readonly placeholder?: string;
  /** Nothing more is going to be typed. */
  readonly onLeft?: () => void;
  /** Beside the control. */
  readonly children?: ReactNode;
}

/** One setting of a worker that is about to be added; left empty, it has its default. */
export function DraftField({ draft, name, checks, ...others }: DraftFieldProps) {
  const texts = useTexts();
  const text = draft.settings[name] ?? '';
  const failed = Object.values(checks?.results ?? {}).find(
    ({ id, state }) => state === 'failed' && FIELD_OF[id] === name,
  );
  // What everybody has to fill in is judged once it is asked for, not while it is typed.
  const fault = isNeeded(name) ? undefined : faultOf(name, text);
  return (
    <SettingField
      {...others}
      name={name}
      shown={settingRow(name).kind === 'switch' ? text === 'True' : text}
      onChange={(shown) => draft.change({ [name]: textOf(shown) })}
      error={draft.problemWith(name) ?? (fault && texts.settings.fault(fault))}
      errorElsewhere={failed && `check-${failed.id}`}
      unset={unsetText(name, texts)}
      isBrief={isNeeded(name)}
    />
  );
}

function textOf(shown: Shown): string {
  if (typeof shown === 'string') return shown;
  return shown ? 'True' : 'False';
}

/** Nothing chosen is the default; of the protocol, whatever the master speaks. */
function unsetText(name: DraftName, { addWorker, settings }: Texts): string | undefined {
  if (name === 'protocol') return addWorker.auto;
  if (isNeeded(name) || name === 'basedir') return undefined;
  const row = settingRow(name);
  const { none } = settings.fields[name];
  return row.byDefault === null && none !== undefined ? none : defaultText(row, settings);
}
