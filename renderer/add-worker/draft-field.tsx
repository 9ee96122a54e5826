import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DraftName } from '../../main/contract/adding/add-worker-contract.ts';
import { Field } from '../components/field.tsx';
import { SecretInput } from '../components/secret-input.tsx';
import type { Draft } from './draft.ts';
import { FIELD_OF } from './form-model.ts';
import type { Checks } from './use-checks.ts';

interface DraftFieldProps {
  readonly draft: Draft;
  readonly checks: Checks;
  readonly name: DraftName;
  readonly label: string;
  readonly help?: ReactNode;
  readonly placeholder?: string;
  readonly inputMode?: 'numeric';
  /** Nothing more is going to be typed. */
  readonly onLeft?: () => void;
}

/** A field whose line among the checks is read out with it. */
export function DraftField({
  draft,
  checks,
  name,
  label,
  help,
  onLeft,
  ...input
}: DraftFieldProps) {
  const { settings, change, problemWith } = draft;
  const [failed] = Object.values(checks.results).filter(
    ({ id, state }) => state === 'failed' && FIELD_OF[id] === name,
  );
  const problem = problemWith(name);
  const Input = name === 'password' ? SecretInput : TextInput;
  return (
    <Field
      label={label}
      {...(help && { help })}
      error={problem}
      errorElsewhere={failed && `check-${failed.id}`}
    >
      {(attributes) => (
        <Input
          {...attributes}
          {...input}
          data-field={name}
          error={problem !== undefined || failed !== undefined}
          flex={1}
          spellCheck={false}
          autoComplete="off"
          value={settings[name] ?? ''}
          onChange={(event) => change({ [name]: event.currentTarget.value })}
          {...(onLeft && { onBlur: onLeft })}
        />
      )}
    </Field>
  );
}
