import type { CheckId, CheckResult } from '../../main/contract/adding/checks.ts';
import type {
  DraftName,
  DraftSettings,
  FieldProblem,
} from '../../main/contract/adding/worker-draft.ts';
import type { PasswordPlace } from '../../main/contract/worker/worker-view.ts';
import type { SettingFault } from '../../main/worker-settings/setting-fault.ts';
import { valueFromText } from '../../main/worker-settings/setting-value.ts';
import {
  EXTRA_NAMES,
  isExtra,
  WORKER_SETTING_NAMES,
} from '../../main/worker-settings/settings-table.ts';

export const STEPS = ['master', 'machine'] as const;
export type Step = (typeof STEPS)[number];

/** What everybody has to fill in, in the order of the form. */
export const NEEDED = ['host', 'port', 'workerName', 'password'] as const;
export type NeededName = (typeof NEEDED)[number];

/** Needed fields that are empty; a connection string stands for host and port. */
export function missingFrom(settings: DraftSettings): readonly NeededName[] {
  return NEEDED.filter((name) => {
    if ((name === 'host' || name === 'port') && settings.connectionString) return false;
    const text = settings[name] ?? '';
    return name === 'password' ? text === '' : text.trim() === '';
  });
}

/** The step that a field belongs to. */
function stepOf(field: DraftName | undefined): Step {
  return field === undefined || field === 'basedir' ? 'machine' : 'master';
}

/** The first step in which something has to be fixed. */
export function stepToFix(problems: readonly FieldProblem[]): Step {
  return STEPS.find((step) => problems.some(({ field }) => stepOf(field) === step)) ?? 'machine';
}

/** Whether everybody has to fill it in. */
export function isNeeded(name: DraftName): name is NeededName {
  return NEEDED.some((needed) => needed === name);
}

/** Every field, in the order of the tables. */
export const DRAFT_NAMES: readonly DraftName[] = [...WORKER_SETTING_NAMES, ...EXTRA_NAMES];

/** Whether it is in the folded part of the form. */
export function isAdvanced(name: DraftName): name is AdvancedName {
  return name !== 'basedir' && !isNeeded(name);
}
export type AdvancedName = Exclude<DraftName, NeededName | 'basedir'>;

/** Why what was typed cannot be; fields may stay empty. */
export function faultOf(name: DraftName, text: string | undefined): SettingFault | undefined {
  if (!text?.trim() || isExtra(name)) return undefined;
  const read = valueFromText(name, text);
  return read.ok ? undefined : read.problem;
}

/** The protocol that was chosen, else the one that was found. */
export function withProtocol(
  settings: DraftSettings,
  speaks: CheckResult | undefined,
): DraftSettings {
  if (settings.protocol || speaks?.protocol === undefined) return settings;
  return { ...settings, protocol: speaks.protocol };
}

/** Checks on the way to the master, in the order of the page. */
export const WAY_CHECKS = ['name', 'port', 'certificate', 'speaks', 'login'] as const;
export const MACHINE_CHECKS = ['directory', 'disk', 'clock'] as const;

/** The field that a failed check is about. */
export const FIELD_OF: Readonly<Partial<Record<CheckId, DraftName>>> = {
  name: 'host',
  port: 'port',
  speaks: 'port',
  login: 'password',
  directory: 'basedir',
};

/** Where the password will be kept: a file is in the directory that was chosen, not in the suggested one. */
export function passwordPlaceIn(
  basedir: string | undefined,
  suggested: PasswordPlace,
): PasswordPlace {
  const dir = basedir?.trim().replace(/[\\/]+$/, '');
  if (suggested.kind === 'keyring' || !dir) return suggested;
  const separator = dir.includes('\\') ? '\\' : '/';
  return { ...suggested, path: `${dir}${separator}buildbot.tac` };
}
