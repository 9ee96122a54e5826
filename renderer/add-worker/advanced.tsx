import { Accordion, NativeSelect, SimpleGrid, Switch, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Texts } from '../../main/texts/texts.ts';
import { settingText } from '../../main/worker-settings/setting-text.ts';
import {
  type ExtraName,
  WORKER_SETTINGS,
  type WorkerSetting,
} from '../../main/worker-settings/settings-table.ts';
import { useTexts } from '../components/app-context.tsx';
import { Field } from '../components/field.tsx';
import type { Draft } from './draft.ts';
import { ExtraFields } from './extra-fields.tsx';
import type { PasteNote } from './first-start.ts';
import { type AdvancedName, DRAFT_NAMES, faultOf, isAdvanced } from './form-model.ts';
import { shownValue } from './label-of.ts';

interface AdvancedProps {
  readonly draft: Draft;
  readonly note: PasteNote | undefined;
  readonly onChooseAuthorities: () => void;
}

/** Everything else that a worker can be told, folded away until somebody wants it, or must see it. */
export function Advanced({ draft, note, onChooseAuthorities }: AdvancedProps) {
  const { addWorker, settings } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const hasPasted = DRAFT_NAMES.some((name) => isAdvanced(name) && note?.settings[name]);
  const hasProblem = draft.problems.some(({ field }) => field !== undefined && isAdvanced(field));
  useEffect(() => {
    if (hasPasted || hasProblem) setOpen(true);
  }, [hasPasted, hasProblem]);
  return (
    <Accordion
      variant="separated"
      value={isOpen ? 'advanced' : null}
      onChange={(open) => setOpen(open !== null)}
    >
      <Accordion.Item value="advanced">
        <Accordion.Control>
          <Text size="sm">{addWorker.advanced}</Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" className="quiet" mb="md">
            {addWorker.advancedHelp}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            {WORKER_SETTINGS.map(
              (setting) =>
                isAdvanced(setting.name) && (
                  <SettingField
                    key={setting.name}
                    name={setting.name}
                    setting={setting}
                    draft={draft}
                  />
                ),
            )}
          </SimpleGrid>
          <Text size="sm" fw={600} mt="xl" mb="md">
            {settings.groups.extras}
          </Text>
          <ExtraFields draft={draft} onChooseAuthorities={onChooseAuthorities} />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

interface SettingFieldProps {
  readonly name: Exclude<AdvancedName, ExtraName>;
  readonly setting: WorkerSetting;
  readonly draft: Draft;
}

function SettingField({ name, setting, draft }: SettingFieldProps) {
  const texts = useTexts();
  const { addWorker, settings } = texts;
  const { kind } = setting;
  const [label, help] = addWorker.settings[name];
  const text = draft.settings[name] ?? '';
  if (kind === 'switch') {
    return (
      <Switch
        label={label}
        description={help}
        data-field={name}
        checked={text === 'True'}
        onChange={(event) =>
          draft.change({ [name]: event.currentTarget.checked ? 'True' : 'False' })
        }
      />
    );
  }
  const fault = faultOf(name, text);
  const error = draft.problemWith(name) ?? (fault && settings.fault(fault));
  return (
    <Field label={label} help={help} error={error}>
      {(attributes) =>
        kind === 'choice' ? (
          <NativeSelect
            {...attributes}
            flex={1}
            data-field={name}
            data={choicesOf(setting, texts)}
            value={text}
            onChange={(event) => draft.change({ [name]: event.currentTarget.value })}
          />
        ) : (
          <TextInput
            {...attributes}
            flex={1}
            data-field={name}
            spellCheck={false}
            error={error !== undefined}
            placeholder={placeholderOf(setting)}
            value={text}
            onChange={(event) => draft.change({ [name]: event.currentTarget.value })}
          />
        )
      }
    </Field>
  );
}

/** Nothing chosen is the default; of the protocol, whatever the master speaks. */
function choicesOf(
  { name, choices, byDefault }: WorkerSetting & { readonly kind: 'choice' },
  texts: Texts,
) {
  const { addWorker, settings } = texts;
  const others = choices.filter((choice) => name === 'protocol' || choice !== byDefault);
  const unchosen =
    typeof byDefault === 'string'
      ? shownValue(name, byDefault, texts)
      : (settings.fields[name].none ?? settings.noneByDefault);
  return [
    { value: '', label: name === 'protocol' ? addWorker.auto : unchosen },
    ...others.map((choice) => ({ value: choice, label: shownValue(name, choice, texts) })),
  ];
}

function placeholderOf({ name, byDefault }: WorkerSetting): string | undefined {
  return byDefault === undefined || byDefault === null ? undefined : settingText(name, byDefault);
}
