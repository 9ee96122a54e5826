import { Badge } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import type { ChangeEffect } from '../../../main/worker-settings/setting-row.ts';
import { useTexts } from '../app-context.tsx';
import './field.css';

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

/** A control with its label, help, unit, default, effect and error; in plain elements, for there are many on a page. */
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
      <div className="field-row">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        {effect && (
          <Badge size="xs" variant="light" color="gray" tt="none" fw={500}>
            {texts.common.effects[effect]}
          </Badge>
        )}
      </div>
      {help && (
        <div className="field-note field-help" id={`${id}-help`}>
          {help}
        </div>
      )}
      <div className="field-row">
        {children({ id, attributes: { input: aria } })}
        {unit && (
          <span className="field-unit" id={`${id}-unit`}>
            {unit}
          </span>
        )}
      </div>
      {error && (
        <div className="field-note field-error" id={`${id}-error`} role="alert">
          {error}
        </div>
      )}
      {byDefault && (
        <div className="field-note" id={`${id}-default`}>
          {texts.common.byDefault(byDefault)}
        </div>
      )}
    </div>
  );
}
