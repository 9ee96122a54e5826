import { Accordion, NativeSelect, SimpleGrid, Switch, Text, TextInput } from '@mantine/core';
import { settingText } from '../../main/contract/setting-text.ts';
import {
  WORKER_SETTINGS,
  type WorkerSetting,
  type WorkerSettingName,
} from '../../main/contract/worker-settings.ts';
import { useTexts } from '../components/app-context.tsx';
import { Field } from '../components/field.tsx';
import { problemOf } from './form-model.ts';
import type { Draft } from './use-draft.ts';

type SimpleName = 'host' | 'port' | 'workerName' | 'password' | 'basedir';
const SIMPLE: readonly WorkerSettingName[] = ['host', 'port', 'workerName', 'password', 'basedir'];

/** Everything else that a worker can be told, folded away. */
export function Advanced({ draft }: { readonly draft: Draft }) {
  const { addWorker } = useTexts();
  const rows = WORKER_SETTINGS.filter(({ name }) => !SIMPLE.includes(name));
  // A field that something is wrong with must be seen.
  const hasProblem = draft.problems.some(({ field }) => rows.some(({ name }) => name === field));
  return (
    <Accordion variant="separated" {...(hasProblem && { value: 'advanced' })}>
      <Accordion.Item value="advanced">
        <Accordion.Control>
          <Text size="sm">{addWorker.advanced}</Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" className="quiet" mb="md">
            {addWorker.advancedHelp}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            {rows.map((setting) => (
              <SettingField key={setting.name} setting={setting} draft={draft} />
            ))}
          </SimpleGrid>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

interface SettingFieldProps {
  readonly setting: WorkerSetting;
  readonly draft: Draft;
}

function SettingField({ setting, draft }: SettingFieldProps) {
  const { addWorker } = useTexts();
  const { name, kind } = setting;
  const [label, help] = addWorker.settings[name as Exclude<WorkerSettingName, SimpleName>];
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
  const error = draft.problemWith(name) ?? problemOf(name, text);
  return (
    <Field label={label} help={help} error={error}>
      {(attributes) =>
        kind === 'choice' ? (
          <NativeSelect
            {...attributes}
            flex={1}
            data-field={name}
            data={choicesOf(setting, addWorker)}
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
  setting: WorkerSetting & { readonly kind: 'choice' },
  words: { readonly auto: string; readonly none: string },
) {
  const { name, choices, byDefault } = setting;
  const others = choices.filter((choice) => name === 'protocol' || choice !== byDefault);
  const first = name === 'protocol' ? words.auto : (byDefault ?? words.none);
  return [
    { value: '', label: String(first) },
    ...others.map((choice) => ({ value: choice, label: choice })),
  ];
}

function placeholderOf({ name, byDefault }: WorkerSetting): string | undefined {
  return byDefault === undefined || byDefault === null ? undefined : settingText(name, byDefault);
}
