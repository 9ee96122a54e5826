import type { Expected } from '../../contract/problems/facts.ts';
import type { NumberFault, SettingFault } from '../../worker-settings/setting-fault.ts';
import { type SettingName, settingRow } from '../../worker-settings/settings-table.ts';

/** What a setting has to be instead. */
export function expectedBy(fault: SettingFault): Expected {
  switch (fault.kind) {
    case 'needed':
    case 'empty':
      return { kind: 'text' };
    case 'one-line':
      return { kind: 'line' };
    case 'switch':
      return { kind: 'switch' };
    case 'choice':
      return { kind: 'one-of', values: fault.choices, orNone: fault.isNoneAllowed };
    case 'number':
      return expectedNumber(fault);
    case 'shape':
      return expectedShape(fault.name);
  }
}

function expectedShape(name: SettingName): Expected {
  const row = settingRow(name);
  return { kind: (row.kind === 'text' ? row.shape : undefined) ?? 'text' };
}

function expectedNumber({ base, min, max, isAboveMin, isWhole }: NumberFault): Expected {
  if (base === 8) return { kind: 'mask' };
  if (max !== undefined) return { kind: 'range', min, max };
  if (isWhole) return { kind: 'count', min };
  return isAboveMin ? { kind: 'seconds-above', min } : { kind: 'seconds-or-none' };
}
