import {
  type NumberSetting,
  type SettingValue,
  WORKER_SETTINGS,
  type WorkerSettingName,
  type WorkerSettings,
  workerSetting,
} from './settings-table.ts';

export interface SettingProblem {
  readonly name: WorkerSettingName;
  readonly fault: SettingFault | MasterFault;
}

/** Why a value cannot be that of a setting. */
export type SettingFault =
  | { readonly kind: 'needed' | 'empty' | 'switch' | 'one-line' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  /** A whole number; `max` is undefined where there is none. */
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number | undefined;
      readonly base: 8 | 10;
    }
  /** A text of another shape. */
  | { readonly kind: 'shape'; readonly name: WorkerSettingName };

/** A connection string beside another way to the master. */
export interface MasterFault {
  readonly kind: 'beside-host' | 'beside-string';
}

/** Undefined when the value can be that of the setting. */
export function settingFault(
  name: WorkerSettingName,
  value: SettingValue,
): SettingFault | undefined {
  const setting = workerSetting(name);
  if (value === null) return setting.mayBeNone ? undefined : { kind: 'needed' };
  switch (setting.kind) {
    case 'switch':
      return typeof value === 'boolean' ? undefined : { kind: 'switch' };
    case 'choice': {
      const { choices } = setting;
      return choices.some((choice) => choice === value) ? undefined : { kind: 'choice', choices };
    }
    case 'number':
      return numberFault(setting, value);
    case 'text':
    case 'secret':
      return textFault(name, value);
  }
}

/** Why a value cannot be that of a setting, in one sentence; undefined when it can. */
export function settingProblem(name: WorkerSettingName, value: SettingValue): string | undefined {
  const fault = settingFault(name, value);
  return fault && faultSentence(name, fault);
}

/** What is wrong with a value, in English. */
export function faultSentence(name: WorkerSettingName, fault: SettingFault): string {
  const setting = workerSetting(name);
  const { tacName } = setting;
  switch (fault.kind) {
    case 'needed':
      return `${tacName} needs a value.`;
    case 'empty':
      return `${tacName} must not be empty.`;
    case 'switch':
      return `${tacName} is on or off.`;
    case 'choice':
      return `${tacName} must be ${choicesText(fault.choices)}.`;
    case 'number':
      return numberProblem(tacName, fault, setting.kind === 'number' ? setting.unit : undefined);
    case 'one-line':
      return `${tacName} must be one line without control signs.`;
    case 'shape':
      return `${tacName} must be ${WANTED[name]?.what ?? 'a text'}.`;
  }
}

/** Everything that keeps the settings from running together, in the order of the table. */
export function settingsProblems(settings: WorkerSettings): readonly SettingProblem[] {
  const alone = WORKER_SETTINGS.flatMap(({ name }): SettingProblem[] => {
    const fault = settingFault(name, settings[name]);
    return fault === undefined ? [] : [{ name, fault }];
  });
  return [...alone, ...masterProblems(settings)];
}

/** A master is named in one way: by host and port, or by a connection string. */
function masterProblems(settings: WorkerSettings): readonly SettingProblem[] {
  const { host, port, connectionString, proxyConnectionString } = settings;
  if (connectionString === null) {
    return [
      ...(host === null ? [problem('host', 'needed')] : []),
      ...(port === null ? [problem('port', 'needed')] : []),
    ];
  }
  return [
    ...(host !== null || port !== null ? [problem('connectionString', 'beside-host')] : []),
    ...(proxyConnectionString !== null ? [problem('proxyConnectionString', 'beside-string')] : []),
  ];
}

function problem(
  name: WorkerSettingName,
  kind: 'needed' | 'beside-host' | 'beside-string',
): SettingProblem {
  return { name, fault: { kind } };
}

function numberFault(
  { min, max, base }: NumberSetting,
  value: SettingValue,
): SettingFault | undefined {
  const isWell = typeof value === 'number' && Number.isSafeInteger(value);
  if (isWell && value >= min && value <= max) return undefined;
  const isBounded = max < Number.MAX_SAFE_INTEGER;
  return { kind: 'number', min, max: isBounded ? max : undefined, base };
}

function numberProblem(
  tacName: string,
  { min, max, base }: Extract<SettingFault, { kind: 'number' }>,
  unit: NumberSetting['unit'],
): string {
  const units = unit === undefined ? '' : ` of ${unit}`;
  const shown = (limit: number): string => (base === 8 ? octal(limit) : String(limit));
  return max === undefined
    ? `${tacName} must be a whole number${units}, at least ${min}.`
    : `${tacName} must be a number${units} from ${shown(min)} to ${shown(max)}.`;
}

/** A mask as Python writes it. */
export function octal(value: number): string {
  return value === 0 ? '0' : `0o${value.toString(8)}`;
}

function textFault(name: WorkerSettingName, value: SettingValue): SettingFault | undefined {
  if (typeof value !== 'string') return { kind: 'shape', name };
  if (value === '') return { kind: 'empty' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them belongs into a setting.
  if (/[\x00-\x1f\x7f]/.test(value)) return { kind: 'one-line' };
  return WANTED[name]?.pattern.test(value) === false ? { kind: 'shape', name } : undefined;
}

const CONNECTION_STRING = {
  pattern: /^(?:tcp|tls|ssl|unix):./i,
  what: 'a connection string such as tls:host=ci.example.org:port=9989',
};

/** What a text must look like, for those that have a shape. */
const WANTED: Partial<Record<WorkerSettingName, { pattern: RegExp; what: string }>> = {
  host: { pattern: /^[^\s/@]+$/, what: 'the name or address of a machine, without port' },
  connectionString: CONNECTION_STRING,
  proxyConnectionString: CONNECTION_STRING,
  unicodeEncoding: { pattern: /^[\w.:-]+$/, what: 'the name of an encoding, such as utf-8' },
  basedir: { pattern: /^(?:\.$|\/|[a-z]:[\\/]|\\\\)/i, what: "a directory's whole path, or ." },
};

function choicesText(choices: readonly string[]): string {
  return choices.map((choice) => `'${choice}'`).join(' or ');
}
