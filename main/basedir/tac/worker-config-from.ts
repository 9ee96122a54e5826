import { dirname, resolve } from 'node:path';
import { type Problem, problem } from '../../contract/problem.ts';
import type { Origin, Place } from '../../contract/problems/facts.ts';
import type { Substitute } from '../../contract/problems/tac.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { configFrom } from '../../worker-settings/config-from.ts';
import type { SettingValue } from '../../worker-settings/setting-row.ts';
import { settingText } from '../../worker-settings/setting-text.ts';
import { valueFromLiteral } from '../../worker-settings/setting-value.ts';
import {
  WORKER_SETTINGS,
  type WorkerSetting,
  type WorkerSettingName,
  type WorkerSettings,
  workerSetting,
} from '../../worker-settings/settings-table.ts';
import { withDefaults } from '../../worker-settings/with-defaults.ts';
import type { WorkerConfig } from '../../worker-settings/worker-config.ts';
import { expectedBy } from './expected-by.ts';
import {
  type TacEntry,
  type TacProblem,
  type TacReading,
  type TacSetting,
  tacSettingOf,
} from './tac-reading.ts';
import { valueOfEntry } from './value-of-entry.ts';

export interface TacConfig {
  readonly config: WorkerConfig;
  /** Settings that were left at their defaults. */
  readonly warnings: readonly Problem[];
}

export interface TacOverrides {
  /** Used instead of the file's: the user keeps the password elsewhere. */
  readonly password?: string | undefined;
  /** Reads a file that means not to run, too, for what else it holds. */
  readonly mayBeOff?: boolean;
}

/**
 * What a worker needs to run, from what its file holds.
 *
 * Errors: one problem, the first that keeps the worker from running. A setting that is not required
 *         falls back to its default with a warning.
 */
export function workerConfigFrom(
  reading: TacReading,
  overrides: TacOverrides = {},
): Outcome<TacConfig, TacProblem> {
  const [problem] = reading.problems;
  if (problem) return failed(problem);
  if (reading.off && !overrides.mayBeOff) return failed(reading.off);
  const values = new TacValues(reading);
  try {
    const config = configFrom(settingsOf(values, reading, overrides));
    return succeeded({ config, warnings: [...reading.warnings, ...values.warnings] });
  } catch (error) {
    if (error instanceof UnusableTac) return failed(error.problem);
    throw error;
  }
}

/** Settings that may be missing but must not be guessed: without them the master is another one. */
function isStrict({ group, tac }: WorkerSetting): boolean {
  return group === 'master' && !tac.isRare;
}

function settingsOf(
  values: TacValues,
  reading: TacReading,
  { password }: TacOverrides,
): WorkerSettings {
  const connectionString = values.strict('connectionString');
  const readRow = (row: WorkerSetting): SettingValue => {
    const { name, group } = row;
    switch (name) {
      case 'basedir':
        return basedirFrom(values, reading.tacPath);
      case 'host':
      case 'port':
        return connectionString === null ? values.required(name) : null;
      case 'useTls':
        return connectionString === null ? values.strict(name) : false;
      case 'workerName':
        return values.required(name);
      case 'password':
        return password ?? passwordFrom(values);
      default:
        // Without a log block `create-worker` was asked not to rotate.
        if (group === 'log' && !reading.hasLogBlock) return null;
        return isStrict(row) ? values.strict(name) : values.optional(name, row.byDefault ?? null);
    }
  };
  const entries = WORKER_SETTINGS.map((row) => [row.name, readRow(row)] as const);
  if (connectionString !== null) refuseOtherWays(values);
  return withDefaults(Object.fromEntries(entries));
}

/** buildbot-worker asserts that nothing else names the master beside a connection string. */
function refuseOtherWays(values: TacValues): void {
  for (const name of ['host', 'port', 'proxyConnectionString'] as const) {
    const entry = values.entry(name);
    if (entry === undefined || valueOfEntry(entry) === null) continue;
    const facts = { place: values.placeOf(name), setting: tacSettingOf(name) };
    values.fail('wrong-value', name, problem('tac.namesTwoWays', facts));
  }
}

function basedirFrom(values: TacValues, tacPath: string): string {
  const folder = dirname(resolve(tacPath));
  return resolve(folder, String(values.optional('basedir', '.')));
}

function passwordFrom(values: TacValues): SettingValue {
  const entry = values.entry('password');
  const value = valueOfEntry(entry);
  if (value === null || value === '') {
    values.failForOrigin('password');
    const place = values.placeOf('password');
    values.fail('password-missing', 'password', problem('tac.lacksPassword', { place }));
  }
  return values.required('password');
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

  entry(name: WorkerSettingName): TacEntry | undefined {
    return this.#reading.settings.get(tacSettingOf(name));
  }

  /** A setting without which the worker cannot run. */
  required(name: WorkerSettingName): SettingValue {
    const entry = this.entry(name);
    if (entry && valueOfEntry(entry) !== null) {
      const value = this.strict(name);
      if (value !== null) return value;
    }
    this.failForOrigin(name);
    const place = this.placeOf(name);
    const setting = tacSettingOf(name);
    const why = entry
      ? problem('tac.hasNone', { place, setting })
      : problem('tac.lacks', { path: place.path, setting });
    return this.fail('missing', name, why);
  }

  /** A setting that may be None or missing, but must not be guessed. */
  strict(name: WorkerSettingName): SettingValue {
    const entry = this.entry(name);
    if (!entry) return workerSetting(name).byDefault ?? null;
    const place = this.placeOf(name);
    const setting = tacSettingOf(name);
    const value = valueOfEntry(entry);
    if (value === undefined) {
      this.failForOrigin(name);
      return this.fail('computed', name, computedProblem(place, setting, snippetOf(entry)));
    }
    const read = valueFromLiteral(name, value);
    if (read.ok) return read.value;
    const expected = expectedBy(read.problem);
    const why = problem('settings.mustBe', { place, setting, expected });
    return this.fail('wrong-value', name, why);
  }

  /** A setting whose default is good enough when the file's value cannot be used. */
  optional(name: WorkerSettingName, byDefault: SettingValue): SettingValue {
    const entry = this.entry(name);
    if (!entry) return byDefault;
    const place = this.placeOf(name);
    const setting = tacSettingOf(name);
    const used: Substitute =
      name === 'basedir'
        ? { kind: 'own-directory' }
        : { kind: 'default', value: settingText(name, byDefault) };
    const value = valueOfEntry(entry);
    if (value === undefined) {
      const origin = missingOrigin(entry);
      this.warnings.push(
        origin
          ? problem('tac.lacksOriginInstead', { place, setting, origin, used })
          : problem('tac.computesInstead', { place, setting, code: snippetOf(entry), used }),
      );
      return byDefault;
    }
    const read = valueFromLiteral(name, value);
    if (read.ok) return read.value;
    const expected = expectedBy(read.problem);
    this.warnings.push(problem('tac.expectsInstead', { place, setting, expected, used }));
    return byDefault;
  }

  /** Fails where a setting lacks what it is made of: a variable that is not set, a file that is not there. */
  failForOrigin(name: WorkerSettingName): void {
    const origin = missingOrigin(this.entry(name));
    if (!origin) return;
    const facts = { place: this.placeOf(name), setting: tacSettingOf(name), origin };
    this.fail('computed', name, problem('tac.lacksOrigin', facts));
  }

  fail(kind: TacProblem['kind'], name: WorkerSettingName, problem: Problem): never {
    throw new UnusableTac({ kind, setting: tacSettingOf(name), problem });
  }

  /** The line, or the file where it does not have the setting. */
  placeOf(name: WorkerSettingName): Place {
    return { path: this.#reading.tacPath, line: this.entry(name)?.line };
  }
}

/** Where a value was expected that is not there. */
function missingOrigin(entry: TacEntry | undefined): Origin | undefined {
  if (entry?.kind !== 'computed' || !entry.evaluation) return undefined;
  if ('lacks' in entry.evaluation) return entry.evaluation.lacks;
  const { value, origins } = entry.evaluation;
  return value === null ? origins.at(-1) : undefined;
}

/** The code of what no value is known of. */
function snippetOf(entry: TacEntry): string {
  return entry.kind === 'computed' ? entry.snippet : '';
}

function computedProblem(place: Place, setting: TacSetting, code: string): Problem {
  return setting === 'passwd'
    ? problem('tac.computesPassword', { place, code })
    : problem('tac.computes', { place, setting, code });
}
