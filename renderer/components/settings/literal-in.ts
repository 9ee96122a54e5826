import type { SettingRow } from '../../../main/worker-settings/setting-row.ts';

/**
 * The value that code names itself, such as the 19989 of `int(os.environ.get('PORT', 19989))`: the last
 * number or text in it that the kind of setting takes. Undefined where there is none, and for secrets.
 */
export function literalIn(code: string, kind: SettingRow['kind']): string | undefined {
  if (kind === 'number') return code.match(/(?<![\w.])\d+(?![\w.])/g)?.at(-1);
  if (kind !== 'text') return undefined;
  const texts = [...code.matchAll(/(['"])((?:[^\\]|\\.)*?)\1/g)].map(([, , text = '']) => text);
  return texts.filter((text) => text !== '' && !text.includes('\\')).at(-1);
}
