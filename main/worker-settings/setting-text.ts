import type { Outcome } from '../lib/outcome.ts';
import { faultSentence, octal, type SettingFault, settingFault } from './setting-fault.ts';
import {
  type NumberSetting,
  type SettingValue,
  type WorkerSettingName,
  workerSetting,
} from './settings-table.ts';

/**
 * The value of what was typed for a setting, spelled as in `buildbot.tac` but without quotes: `None`,
 * `0o22`, `True`.
 *
 * Errors: the sentence that refuses it.
 */
export function settingFromText(
  name: WorkerSettingName,
  typed: string,
): Outcome<SettingValue, string> {
  const read = readSettingText(name, typed);
  return read.ok ? read : { ok: false, problem: faultSentence(name, read.problem) };
}

/** The same for those who have words of their own. Errors: what is wrong with the value. */
export function readSettingText(
  name: WorkerSettingName,
  typed: string,
): Outcome<SettingValue, SettingFault> {
  const value = valueFrom(name, typed);
  const fault = settingFault(name, value);
  return fault === undefined ? { ok: true, value } : { ok: false, problem: fault };
}

function valueFrom(name: WorkerSettingName, typed: string): SettingValue {
  const setting = workerSetting(name);
  // A password is taken as it is: it may be anything.
  if (setting.kind === 'secret') return typed;
  const text = typed.trim();
  if (setting.mayBeNone && (text === '' || text.toLowerCase() === 'none')) return null;
  if (setting.kind === 'number') return numberFrom(setting, text);
  return setting.kind === 'switch' ? switchFrom(text) : text;
}

/** What is no number stays a text, which is then refused in words. */
function numberFrom({ base }: NumberSetting, text: string): SettingValue {
  if (base === 8 && /^0[0-7]+$/.test(text)) return Number.parseInt(text, 8);
  if (/^0o[0-7]+$/i.test(text)) return Number.parseInt(text.slice(2), 8);
  return /^\d+$/.test(text.replaceAll('_', '')) ? Number(text.replaceAll('_', '')) : text;
}

const SWITCH_WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  on: true,
  yes: true,
  '1': true,
  false: false,
  off: false,
  no: false,
  '0': false,
};

function switchFrom(text: string): SettingValue {
  return SWITCH_WORDS[text.toLowerCase()] ?? text;
}

/** How a value is shown; the opposite of `settingFromText`. */
export function settingText(name: WorkerSettingName, value: SettingValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const setting = workerSetting(name);
  const isMask = setting.kind === 'number' && setting.base === 8;
  return isMask && typeof value === 'number' ? octal(value) : String(value);
}
