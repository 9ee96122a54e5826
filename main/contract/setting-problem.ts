import {
  type NumberSetting,
  type SettingValue,
  WORKER_SETTINGS,
  type WorkerSetting,
  type WorkerSettingName,
  type WorkerSettings,
  workerSetting,
} from './worker-settings.ts';

export interface SettingProblem {
  readonly name: WorkerSettingName;
  readonly sentence: string;
}

/** Why a value cannot be that of a setting, in one sentence; undefined when it can. */
export function settingProblem(name: WorkerSettingName, value: SettingValue): string | undefined {
  const setting = workerSetting(name);
  if (value === null) {
    return setting.mayBeNone ? undefined : `${setting.tacName} needs a value.`;
  }
  switch (setting.kind) {
    case 'switch':
      return typeof value === 'boolean' ? undefined : `${setting.tacName} is on or off.`;
    case 'choice':
      return setting.choices.some((choice) => choice === value)
        ? undefined
        : `${setting.tacName} must be ${choicesText(setting.choices)}.`;
    case 'number':
      return numberProblem(setting, value);
    case 'text':
    case 'secret':
      return textProblem(setting, value);
  }
}

/** Everything that keeps the settings from running together, in the order of the table. */
export function settingsProblems(settings: WorkerSettings): readonly SettingProblem[] {
  const alone = WORKER_SETTINGS.flatMap(({ name }): SettingProblem[] => {
    const sentence = settingProblem(name, settings[name]);
    return sentence === undefined ? [] : [{ name, sentence }];
  });
  return [...alone, ...masterProblems(settings)];
}

/** A master is named in one way: by host and port, or by a connection string. */
function masterProblems(settings: WorkerSettings): readonly SettingProblem[] {
  const { host, port, connectionString, proxyConnectionString } = settings;
  if (connectionString === null) {
    return [
      ...(host === null ? [problem('host', 'buildmaster_host needs a value.')] : []),
      ...(port === null ? [problem('port', 'port needs a value.')] : []),
    ];
  }
  return [
    ...(host !== null || port !== null
      ? [
          problem(
            'connectionString',
            'connection_string replaces buildmaster_host and port: set both to None.',
          ),
        ]
      : []),
    ...(proxyConnectionString !== null
      ? [
          problem(
            'proxyConnectionString',
            'proxy_connection_string and connection_string exclude each other.',
          ),
        ]
      : []),
  ];
}

function problem(name: WorkerSettingName, sentence: string): SettingProblem {
  return { name, sentence };
}

function numberProblem(setting: NumberSetting, value: SettingValue): string | undefined {
  const { tacName, unit, min, max, base } = setting;
  const isWell = typeof value === 'number' && Number.isSafeInteger(value);
  if (isWell && value >= min && value <= max) return undefined;
  const units = unit === undefined ? '' : ` of ${unit}`;
  const shown = (limit: number): string => (base === 8 ? octal(limit) : String(limit));
  if (max < Number.MAX_SAFE_INTEGER) {
    return `${tacName} must be a number${units} from ${shown(min)} to ${shown(max)}.`;
  }
  return `${tacName} must be a whole number${units}, at least ${min}.`;
}

/** A mask as Python writes it. */
export function octal(value: number): string {
  return value === 0 ? '0' : `0o${value.toString(8)}`;
}

function textProblem({ name, tacName }: WorkerSetting, value: SettingValue): string | undefined {
  if (typeof value !== 'string') return `${tacName} must be a text.`;
  if (value === '') return `${tacName} must not be empty.`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them belongs into a setting.
  if (/[\x00-\x1f\x7f]/.test(value)) return `${tacName} must be one line without control signs.`;
  const wanted = WANTED[name];
  return wanted === undefined || wanted.pattern.test(value)
    ? undefined
    : `${tacName} must be ${wanted.what}.`;
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
