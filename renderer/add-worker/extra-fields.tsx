import { ActionIcon, SimpleGrid, TextInput } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { EXTRA_NAMES, type ExtraName } from '../../main/worker-settings/settings-table.ts';
import { useTexts } from '../components/app-context.tsx';
import { Field } from '../components/field.tsx';
import { SecretInput } from '../components/secret-input.tsx';
import type { Draft } from './draft.ts';

interface ExtraFieldsProps {
  readonly draft: Draft;
  readonly onChooseAuthorities: () => void;
}

/** What `buildtray.json` holds: a certificate to trust, and who we are for the proxy. */
export function ExtraFields({ draft, onChooseAuthorities }: ExtraFieldsProps) {
  const { addWorker } = useTexts();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      {EXTRA_NAMES.map((name) => (
        <ExtraField key={name} name={name} draft={draft}>
          {name === 'tlsAuthorities' && (
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={addWorker.chooseAuthorities}
              title={addWorker.chooseAuthorities}
              onClick={onChooseAuthorities}
            >
              <IconFolderOpen size={18} aria-hidden="true" />
            </ActionIcon>
          )}
        </ExtraField>
      ))}
    </SimpleGrid>
  );
}

interface ExtraFieldProps {
  readonly draft: Draft;
  readonly name: ExtraName;
  /** Stands beside the field. */
  readonly children: React.ReactNode;
}

function ExtraField({ draft, name, children }: ExtraFieldProps) {
  const { settings } = useTexts();
  const { label, help } = settings.fields[name];
  const Input = name === 'proxyPassword' ? SecretInput : TextInput;
  const error = draft.problemWith(name);
  return (
    <Field label={label} help={help} error={error}>
      {(attributes) => (
        <>
          <Input
            {...attributes}
            flex={1}
            data-field={name}
            spellCheck={false}
            autoComplete="off"
            error={error !== undefined}
            value={draft.settings[name] ?? ''}
            onChange={(event) => draft.change({ [name]: event.currentTarget.value })}
          />
          {children}
        </>
      )}
    </Field>
  );
}
