import { homedir } from 'node:os';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { workerNameProblem } from '../basedir/worker-name-problem.ts';
import {
  type DraftSettings,
  type FieldProblem,
  wayFromDraft,
} from '../contract/adding/worker-draft.ts';
import { lateProblems } from '../launch/late-problems.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Texts } from '../texts/texts.ts';
import { configFrom } from '../worker-settings/config-from.ts';
import type { ConnectionExtras } from '../worker-settings/connection-extras.ts';
import { extrasFrom, type NamedExtraFault } from '../worker-settings/extras-from.ts';
import type { SettingValue } from '../worker-settings/setting-row.ts';
import { valueFromText } from '../worker-settings/setting-value.ts';
import { type NamedFault, settingsFaults } from '../worker-settings/settings-faults.ts';
import {
  EXTRA_SETTINGS,
  SETTING_NAMES,
  settingRow,
  WORKER_SETTING_NAMES,
  type WorkerSettingName,
  type WorkerSettings,
} from '../worker-settings/settings-table.ts';
import { extraWithoutEffect } from '../worker-settings/way-to-master.ts';
import { withDefaults } from '../worker-settings/with-defaults.ts';
import type { MasterAddress, WorkerConfig } from '../worker-settings/worker-config.ts';
import { WORKER_DEFAULTS } from '../worker-settings/worker-defaults.ts';

/** Sentences of the catalogue for the fields that everybody fills in. */
export type DraftTexts = Readonly<
  Record<'host' | 'port' | 'workerName' | 'password' | 'basedir', string>
> & { readonly fault: Texts['settings']['fault'] } & Pick<Texts, 'say'>;

/**
 * What a worker needs to run, from what was typed.
 *
 * Errors: every problem that can be known without a look at the disk, with its field.
 */
export function configFromDraft(
  typed: DraftSettings,
  texts: DraftTexts,
): Outcome<WorkerConfig, readonly FieldProblem[]> {
  const draft = trimmedFrom(typed);
  const faults: NamedFault[] = [];
  const values: Partial<Record<WorkerSettingName, SettingValue>> = {};
  for (const name of WORKER_SETTING_NAMES) {
    const text = draft[name];
    // What is left out has its default.
    if (!text) continue;
    const read = valueFromText(name, text);
    if (read.ok) values[name] = read.value;
    else faults.push({ name, fault: read.problem });
  }
  if (draft.connectionString) Object.assign(values, { host: null, port: null, useTls: false });
  const settings = withoutEffect(withDefaults(values));
  const isKnown = (name: WorkerSettingName): boolean => faults.some((one) => one.name === name);
  faults.push(...settingsFaults(settings).filter(({ name }) => !isKnown(name)));
  const problems = faults.map((one) => ({ field: one.name, sentence: wordsFor(one, texts) }));
  if (faults.length === 0) problems.push(...atTheStart(settings, texts));
  if (settings.basedir && !isAbsolute(settings.basedir) && !isKnown('basedir')) {
    problems.push({ field: 'basedir', sentence: texts.basedir });
  }
  return problems.length > 0 ? failed(problems) : succeeded(configFrom(settings));
}

/** Without what the other settings leave no meaning. */
function withoutEffect(settings: WorkerSettings): WorkerSettings {
  const { protocol, path, logSize, logCount } = settings;
  return {
    ...settings,
    path: protocol === WORKER_DEFAULTS.protocol ? null : path,
    logCount: logSize === null ? null : logCount,
  };
}

/**
 * What a connection needs besides, from what was typed.
 *
 * Errors: what is wrong with it, or of no use with the rest of the form.
 */
export function extrasFromDraft(
  typed: DraftSettings,
  texts: Pick<DraftTexts, 'fault'>,
): Outcome<ConnectionExtras, FieldProblem> {
  const draft = trimmedFrom(typed);
  const refuse = ({ name, fault }: NamedExtraFault) =>
    failed({ field: name, sentence: texts.fault(fault) });
  const read = extrasFrom(draft);
  if (!read.ok) return refuse(read.problem);
  const useless = extraWithoutEffect(read.value, wayFromDraft(draft));
  return useless ? refuse(useless) : read;
}

/** The way to the master as far as it is known already; undefined while it is not. */
export function addressFromDraft(typed: DraftSettings): MasterAddress | undefined {
  const { host, port, connectionString, proxyConnectionString, useTls } = trimmedFrom(typed);
  if (connectionString) return { kind: 'connection-string', connectionString };
  const read = valueFromText('port', port ?? '');
  if (!host || !read.ok || typeof read.value !== 'number') return undefined;
  if (!valueFromText('host', host).ok) return undefined;
  return {
    kind: 'host',
    host,
    port: read.value,
    useTls: useTls === 'True',
    proxyConnectionString: proxyConnectionString || undefined,
  };
}

const SECRETS: readonly string[] = SETTING_NAMES.filter(
  (name) => settingRow(name).kind === 'secret',
);

/** Without what a hand leaves at the ends; passwords are taken as they are. */
export function trimmedFrom(draft: DraftSettings): DraftSettings {
  const trimmed: DraftSettings = Object.fromEntries(
    Object.entries(draft).map(([name, text]): [string, string] => [
      name,
      SECRETS.includes(name) ? text : text.trim(),
    ]),
  );
  const { host, basedir } = trimmed;
  const paths = EXTRA_SETTINGS.flatMap(({ name, isPath = false }) => {
    const text = trimmed[name];
    return isPath && text ? [[name, withHome(text)] as const] : [];
  });
  return {
    ...trimmed,
    ...Object.fromEntries(paths),
    ...(host && { host: host.replace(/^\[(.*)\]$/, '$1') }),
    ...(basedir && { basedir: normalize(withHome(basedir)) }),
  };
}

/** As a shell would read it. */
export function withHome(path: string): string {
  return path === '~' || path.startsWith(`~${sep}`) ? join(homedir(), path.slice(1)) : path;
}

interface SettingSentence extends FieldProblem {
  readonly field: WorkerSettingName;
}

/** What would only come to light when the worker starts. */
function atTheStart(settings: WorkerSettings, { say }: Pick<Texts, 'say'>): SettingSentence[] {
  const name = workerNameProblem(settings);
  return [
    ...(name === undefined ? [] : [{ field: 'workerName' as const, sentence: say(name) }]),
    ...lateProblems(settings).map((late) => ({ field: late.name, sentence: say(late.problem) })),
  ];
}

/** What everybody fills in is asked for in words of its own. */
function wordsFor({ name, fault }: NamedFault, texts: DraftTexts): string {
  switch (name) {
    case 'host':
    case 'port':
    case 'workerName':
    case 'password':
    case 'basedir':
      return texts[name];
    default:
      return texts.fault(fault);
  }
}
