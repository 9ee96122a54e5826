import { Badge, Group, Input, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { ChangeEffect } from '../../../main/worker-settings/setting-row.ts';
import { useTexts } from '../app-context.tsx';

export interface FieldProps {
  readonly label: string;
  /** A sentence or two about what it is for. */
  readonly help?: ReactNode;
  /** Such as `s` or `bytes`, shown beside the control. */
  readonly unit?: string;
  /** The value that counts when nothing is set, in words. */
  readonly byDefault?: string;
  /** When a change counts. */
  readonly effect?: Exclude<ChangeEffect, 'nothing'>;
  /** Why what was entered cannot be. */
  readonly error?: string | undefined;
  /** The id of what says elsewhere why it cannot be. */
  readonly errorElsewhere?: string | undefined;
  /** Makes the control; the given attributes tie label, help and error to it. */
  readonly children: (attributes: FieldAttributes) => ReactNode;
}

export interface FieldAttributes {
  readonly id: string;
  /** Given this way, since the library's controls replace what they are given by name. */
  readonly attributes: { readonly input: AriaAttributes };
}

interface AriaAttributes {
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

/** A control with its label, help, unit, default, effect and error. */
export function Field(props: FieldProps) {
  const { label, help, unit, byDefault, effect, error, errorElsewhere, children } = props;
  const texts = useTexts();
  const id = useId();
  const parts = { help, unit, error, default: byDefault };
  const described = Object.entries(parts).flatMap(([part, text]) => (text ? `${id}-${part}` : []));
  const aria: AriaAttributes = {
    'aria-describedby': [...described, errorElsewhere].filter(Boolean).join(' ') || undefined,
    'aria-invalid': (error ?? errorElsewhere) !== undefined,
  };
  return (
    <div>
      <Group gap="xs" mb={2}>
        <Input.Label htmlFor={id}>{label}</Input.Label>
        {effect && (
          <Badge size="xs" variant="light" color="gray" tt="none" fw={500}>
            {texts.common.effects[effect]}
          </Badge>
        )}
      </Group>
      {help && (
        <Input.Description id={`${id}-help`} mb="xs">
          {help}
        </Input.Description>
      )}
      <Group gap="xs" wrap="nowrap">
        {children({ id, attributes: { input: aria } })}
        {unit && (
          <Text size="sm" className="quiet" id={`${id}-unit`}>
            {unit}
          </Text>
        )}
      </Group>
      {error && (
        <Input.Error id={`${id}-error`} mt="xxs" role="alert">
          {error}
        </Input.Error>
      )}
      {byDefault && (
        <Text size="xs" className="quiet" mt="xxs" id={`${id}-default`}>
          {texts.common.byDefault(byDefault)}
        </Text>
      )}
    </div>
  );
}
