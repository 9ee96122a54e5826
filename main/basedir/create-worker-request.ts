import { resolve } from 'node:path';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { configFrom } from '../worker-settings/config-from.ts';
import type { ConnectionExtras } from '../worker-settings/connection-extras.ts';
import {
  type CreateWorkerSwitchName,
  type CreateWorkerValueName,
  createWorkerOptions,
} from '../worker-settings/create-worker-options.ts';
import type { CreateWorkerProblem } from '../worker-settings/create-worker-problem.ts';
import {
  type ExtraTexts,
  extrasFrom,
  type NamedExtraFault,
} from '../worker-settings/extras-from.ts';
import type { SettingValue } from '../worker-settings/setting-row.ts';
import { valueFromText } from '../worker-settings/setting-value.ts';
import {
  EXTRA_NAMES,
  type ExtraName,
  type ExtraRow,
  isExtra,
  type SettingName,
  settingRow,
} from '../worker-settings/settings-table.ts';
import { extraWithoutEffect } from '../worker-settings/way-to-master.ts';
import { withDefaults } from '../worker-settings/with-defaults.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';
import { parseMasterArgument } from './parse-master-argument.ts';
import { withFullPaths } from './with-full-paths.ts';

/** What was typed after `create-worker`, by the options' long names. */
export type CreateWorkerInput = {
  readonly [name in CreateWorkerValueName]?: string;
} & { readonly [name in CreateWorkerSwitchName]?: boolean };

/** A checked request for a new worker. */
export interface CreateWorkerRequest {
  readonly config: WorkerConfig;
  readonly extras: ConnectionExtras;
  readonly isRelocatable: boolean;
  readonly isQuiet: boolean;
  /** Undefined where the user is to be found out. */
  readonly admin?: string | undefined;
  readonly isEmailMunged?: boolean;
  readonly accessUri?: string | undefined;
}

/**
 * Checks what was typed.
 *
 * Shape:  `args` are DIR, MASTER, NAME and PASSWD; DIR may be relative to the current directory.
 * Errors: the first thing that `buildbot-worker create-worker` or Buildtray refuses.
 */
export function createWorkerRequestFrom(
  args: readonly string[],
  input: CreateWorkerInput,
): Outcome<CreateWorkerRequest, CreateWorkerProblem> {
  const [basedir, master, workerName, password] = args;
  if (basedir === undefined || master === undefined || workerName === undefined) {
    return failed({ kind: 'number-of-arguments' });
  }
  if (password === undefined || args.length > 4) return failed({ kind: 'number-of-arguments' });
  const address = parseMasterArgument(master);
  if (!address.ok) return failed({ kind: 'master', fault: address.problem });
  const read = valuesFrom(input);
  if (!read.ok) return read;
  const values = read.value;
  const problem =
    togetherProblem(input) ?? emptyArgument({ basedir, name: workerName, passwd: password });
  if (problem) return failed(problem);
  const named = { basedir: resolve(basedir), workerName, password };
  // A connection string replaces host and port.
  const settings = withDefaults({ ...address.value, ...values, ...named });
  const extras = extrasFrom(extraTextsFrom(input));
  if (!extras.ok) return failed(optionProblem(extras.problem));
  const useless = extraWithoutEffect(extras.value, settings);
  if (useless) return failed(optionProblem(useless));
  return succeeded({
    config: configFrom(settings),
    extras: extras.value,
    isRelocatable: input.relocatable ?? false,
    isQuiet: input.quiet ?? false,
    admin: input.admin?.trim(),
    isEmailMunged: input['munge-email'] ?? false,
    accessUri: input['access-uri'],
  });
}

type Values = Partial<Record<SettingName, SettingValue>>;

/** The settings of `buildbot.tac` that were typed as options. */
function valuesFrom(input: CreateWorkerInput): Outcome<Values, CreateWorkerProblem> {
  const values: Values = {};
  for (const { name, setting } of createWorkerOptions()) {
    const typed = input[name];
    if (setting === undefined || typed === undefined || isExtra(setting)) continue;
    const read = valueFromText(setting, typeof typed === 'boolean' ? String(typed) : typed);
    if (!read.ok) return failed({ kind: 'option', option: name, fault: read.problem });
    values[setting] = read.value;
  }
  if (input['no-logrotate'] || values.logSize === null) {
    values.logSize = null;
    values.logCount = null;
  }
  return succeeded(values);
}

/** Options that make no sense with one another, or without. */
function togetherProblem(input: CreateWorkerInput): CreateWorkerProblem | undefined {
  const { admin, 'access-uri': uri } = input;
  if (input['connection-string'] && input['proxy-connection-string']) {
    return { kind: 'two-connection-strings' };
  }
  if (admin !== undefined && (admin.trim() === '' || /[\r\n]/.test(admin)))
    return { kind: 'admin' };
  const isUri = uri === undefined || /^[a-z][a-z0-9+.-]*:\S+$/i.test(uri);
  return isUri ? undefined : { kind: 'access-uri' };
}

function emptyArgument(
  args: Readonly<Record<'basedir' | 'name' | 'passwd', string>>,
): CreateWorkerProblem | undefined {
  const argument = (['basedir', 'name', 'passwd'] as const).find((name) => args[name] === '');
  return argument && { kind: 'empty-argument', argument };
}

/** The settings of `buildtray.json` that were typed as options. */
function extraTextsFrom(input: CreateWorkerInput): ExtraTexts {
  const texts = EXTRA_NAMES.map((name) => [name, input[extraOption(name)]] as const);
  return withFullPaths(Object.fromEntries(texts));
}

function optionProblem({ name, fault }: NamedExtraFault): CreateWorkerProblem {
  return { kind: 'option', option: extraOption(name), fault };
}

/** Each of them has an option, which takes a text. */
function extraOption(name: ExtraName): ExtraOptionName {
  return settingRow(name).option?.name as ExtraOptionName;
}

type ExtraOptionName = ExtraRow['option']['name'];
