import { dirname, resolve } from 'node:path';
import { type Problem, problem } from '../../contract/problem.ts';
import type { Place } from '../../contract/problems/facts.ts';
import type { Substitute } from '../../contract/problems/tac.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { plainText } from '../../lib/plain-text.ts';
import {
  type MasterAddress,
  WORKER_DEFAULTS,
  type WorkerConfig,
} from '../../worker-settings/worker-config.ts';
import {
  asCount,
  asCountOrAll,
  asFileAccess,
  asMask,
  asPort,
  asProtocol,
  asSeconds,
  asSecondsOrOff,
  asShutdownWay,
  asSwitch,
  asText,
  type Decode,
} from './setting-values.ts';
import type { TacEntry, TacProblem, TacReading, TacSetting } from './tac-reading.ts';

export interface TacConfig {
  readonly config: WorkerConfig;
  /** Settings that were left at their defaults. */
  readonly warnings: readonly Problem[];
}

export interface TacOverrides {
  /** Used instead of the file's: the user keeps the password elsewhere. */
  readonly password?: string | undefined;
}

/**
 * What a worker needs to run, from what its file says.
 *
 * Errors: one problem, the first that keeps the worker from running. A setting that is not needed
 *         falls back to its default with a warning.
 */
export function workerConfigFrom(
  reading: TacReading,
  overrides: TacOverrides = {},
): Outcome<TacConfig, TacProblem> {
  const [problem] = reading.problems;
  if (problem) return failed(problem);
  const values = new TacValues(reading);
  try {
    const config = configFrom(values, reading, overrides);
    return succeeded({ config, warnings: [...reading.warnings, ...values.warnings] });
  } catch (error) {
    if (error instanceof UnusableTac) return failed(error.problem);
    throw error;
  }
}

function configFrom(
  values: TacValues,
  reading: TacReading,
  { password }: TacOverrides,
): WorkerConfig {
  const path = values.optional('path', asText, undefined);
  const fileAccess = values.optional('buildtray_file_access', asFileAccess, 'basedir');
  return {
    basedir: basedirFrom(values, reading.tacPath),
    master: masterFrom(values),
    workerName: values.needed('workername', asText),
    password: password ?? passwordFrom(values),
    protocol: values.strict('protocol', asProtocol, WORKER_DEFAULTS.protocol),
    keepalive: values.optional('keepalive', asSecondsOrOff, WORKER_DEFAULTS.keepalive),
    maxdelay: values.optional('maxdelay', asSeconds, WORKER_DEFAULTS.maxdelay),
    maxretries: values.optional('maxretries', asCount, WORKER_DEFAULTS.maxretries),
    umask: values.optional('umask', asMask, WORKER_DEFAULTS.umask),
    numcpus: values.optional('numcpus', asCount, WORKER_DEFAULTS.numcpus),
    unicodeEncoding: values.optional('unicode_encoding', asText, WORKER_DEFAULTS.unicodeEncoding),
    allowShutdown: values.optional('allow_shutdown', asShutdownWay, undefined),
    deleteLeftoverDirs: values.optional('delete_leftover_dirs', asSwitch, false),
    ...rotationFrom(values, reading.hasLogBlock),
    ...(path === undefined ? {} : { path }),
    ...(fileAccess === 'basedir' ? {} : { fileAccess }),
  };
}

function basedirFrom(values: TacValues, tacPath: string): string {
  const folder = dirname(resolve(tacPath));
  const basedir = values.optional('basedir', asText, undefined);
  return basedir === undefined ? folder : resolve(folder, basedir);
}

function masterFrom(values: TacValues): MasterAddress {
  const connectionString = values.orNothing('connection_string', asText);
  const proxyConnectionString = values.orNothing('proxy_connection_string', asText);
  if (connectionString === undefined) {
    return {
      kind: 'host',
      host: values.needed('buildmaster_host', asText),
      port: values.needed('port', asPort),
      useTls: values.strict('use_tls', asSwitch, false),
      proxyConnectionString,
    };
  }
  if (proxyConnectionString !== undefined) {
    const told = problem('tac.namesTwoWays', { place: values.placeOf('proxy_connection_string') });
    values.fail('wrong-value', 'proxy_connection_string', told);
  }
  return { kind: 'connection-string', connectionString };
}

function passwordFrom(values: TacValues): string {
  const entry = values.entry('passwd');
  if (entry?.kind === 'literal' && (entry.value === null || entry.value === '')) {
    values.fail(
      'password-missing',
      'passwd',
      problem('tac.lacksPassword', { place: values.placeOf('passwd') }),
    );
  }
  return values.needed('passwd', asText);
}

/** The log's rotation; without a log block `create-worker` was told not to rotate. */
function rotationFrom(
  values: TacValues,
  hasLogBlock: boolean,
): Pick<WorkerConfig, 'logSize' | 'logCount'> {
  if (!hasLogBlock) return { logSize: undefined, logCount: undefined };
  return {
    logSize: values.optional('rotateLength', asCount, WORKER_DEFAULTS.logSize),
    logCount: values.optional('maxRotatedFiles', asCountOrAll, WORKER_DEFAULTS.logCount),
  };
}

/** Ends the reading at the first thing that keeps the worker from running; caught above. */
class UnusableTac extends Error {
  override readonly name = 'UnusableTac';
  readonly problem: TacProblem;

  constructor(problem: TacProblem) {
    super(problem.problem.key);
    this.problem = problem;
  }
}

class TacValues {
  readonly warnings: Problem[] = [];
  readonly #reading: TacReading;

  constructor(reading: TacReading) {
    this.#reading = reading;
  }

  entry(setting: TacSetting): TacEntry | undefined {
    return this.#reading.settings.get(setting);
  }

  /** A setting without which the worker cannot run. */
  needed<T>(setting: TacSetting, decode: Decode<T>): T {
    const value = this.strict<T | undefined>(setting, decode, undefined);
    if (value !== undefined) return value;
    const place = this.placeOf(setting);
    const isThere = this.#reading.settings.has(setting);
    const why = isThere
      ? problem('tac.hasNone', { place, setting })
      : problem('tac.lacks', { path: place.path, setting });
    return this.fail('missing', setting, why);
  }

  /** A setting that may be None or missing, but must not be guessed. */
  strict<T>(setting: TacSetting, decode: Decode<T>, whenNone: T): T {
    const entry = this.entry(setting);
    if (!entry || (entry.kind === 'literal' && entry.value === null)) return whenNone;
    const place = this.placeOf(setting);
    if (entry.kind === 'computed') {
      return this.fail('computed', setting, computedProblem(place, setting, entry.snippet));
    }
    const decoded = decode(entry.value);
    if ('is' in decoded) return decoded.is;
    const { expected } = decoded;
    return this.fail(
      'wrong-value',
      setting,
      problem('settings.mustBe', { place, setting, expected }),
    );
  }

  orNothing<T>(setting: TacSetting, decode: Decode<T | undefined>): T | undefined {
    return this.strict<T | undefined>(setting, decode, undefined) || undefined;
  }

  /** A setting whose default is good enough when the file's value cannot be used. */
  optional<T>(setting: TacSetting, decode: Decode<T>, byDefault: T): T {
    const entry = this.entry(setting);
    if (!entry) return byDefault;
    const place = this.placeOf(setting);
    const used: Substitute =
      setting === 'basedir'
        ? { kind: 'own-directory' }
        : { kind: 'default', value: shown(byDefault) };
    if (entry.kind === 'computed') {
      this.warnings.push(
        problem('tac.computesInstead', { place, setting, code: entry.snippet, used }),
      );
      return byDefault;
    }
    const decoded = decode(entry.value);
    if ('is' in decoded) return decoded.is;
    if (entry.value === null) return byDefault;
    const { expected } = decoded;
    this.warnings.push(problem('tac.expectsInstead', { place, setting, expected, used }));
    return byDefault;
  }

  fail(kind: TacProblem['kind'], setting: TacSetting, problem: Problem): never {
    throw new UnusableTac({ kind, setting, problem });
  }

  /** For sentences: the line, or the file where it says nothing of the setting. */
  placeOf(setting: TacSetting): Place {
    return { path: this.#reading.tacPath, line: this.entry(setting)?.line };
  }
}

function computedProblem(place: Place, setting: TacSetting, code: string): Problem {
  return setting === 'passwd'
    ? problem('tac.computesPassword', { place, code })
    : problem('tac.computes', { place, setting, code });
}

function shown(value: unknown): string {
  return value === undefined ? 'None' : plainText(value);
}
