import type { Expected } from '../../contract/problems/facts.ts';
import type { NumberFault, SettingFault } from '../../worker-settings/setting-fault.ts';
import type { SettingName } from '../../worker-settings/settings-table.ts';

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
      return { kind: SHAPES[fault.name] ?? 'text' };
  }
}

const SHAPES: Readonly<
  Partial<Record<SettingName, 'host' | 'connection-string' | 'encoding' | 'path' | 'user'>>
> = {
  host: 'host',
  connectionString: 'connection-string',
  proxyConnectionString: 'connection-string',
  unicodeEncoding: 'encoding',
  basedir: 'path',
  proxyUser: 'user',
};

function expectedNumber({ base, min, max, isAboveMin, isWhole }: NumberFault): Expected {
  if (base === 8) return { kind: 'mask' };
  if (max !== undefined) return { kind: 'range', min, max };
  if (isWhole) return { kind: 'count', min };
  return isAboveMin ? { kind: 'seconds-above', min } : { kind: 'seconds-or-none' };
}
