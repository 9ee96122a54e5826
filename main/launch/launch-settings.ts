import { checkDirectory } from '../basedir/check-directory.ts';
import { readExtras } from '../basedir/extras-file.ts';
import type { EnvironmentChange } from '../basedir/tac/effects/tac-effect.ts';
import { environmentChangesOf } from '../basedir/tac/effects/with-environment-changes.ts';
import { workerConfigFrom } from '../basedir/tac/worker-config-from.ts';
import { workerNameProblem } from '../basedir/worker-name-problem.ts';
import { because, type Problem, problem } from '../contract/problem.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { encodingProblem } from '../worker/updates/python-encodings.ts';
import type { ConnectionExtras } from '../worker-settings/connection-extras.ts';
import type { Protection } from '../worker-settings/rows/protection-levels.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';

/** What a directory states about the worker that is to run there. */
export interface LaunchSettings {
  readonly config: WorkerConfig;
  readonly extras: ConnectionExtras;
  /** What `buildbot.tac` changes of the environment, as its owner has agreed to. */
  readonly environment: readonly EnvironmentChange[];
  /** Worth showing to the user. */
  readonly notes: readonly Problem[];
}

export interface LaunchOverrides {
  /** Used instead of the one in `buildbot.tac`. */
  readonly password: string | undefined;
  /** Used instead of the one in `buildbot.tac`. */
  readonly protection?: Protection | undefined;
  /** Where a worker runs already, which moves only when it starts again. */
  readonly basedir?: string;
}

/** Reads a worker's directory. Errors: one sentence why no worker can run with what it says. */
export async function readLaunchSettings(
  dir: string,
  { password, protection, basedir }: LaunchOverrides,
): Promise<Outcome<LaunchSettings, Problem>> {
  const directory = await checkDirectory(dir);
  if (!directory.ok) return directory;
  const { reading, tacPath, notes } = directory.value;
  const read = workerConfigFrom(reading, { password });
  if (!read.ok) return failed(read.problem.problem);
  const { warnings } = read.value;
  const config = protection ? { ...read.value.config, protection } : read.value.config;
  const fault = workerNameProblem(config) ?? encodingProblem(config.unicodeEncoding);
  if (fault) return failed(because(problem('tac.unusable', { path: tacPath }), fault));
  const extras = await readExtras(basedir ?? config.basedir);
  if (!extras.ok) return extras;
  const environment = config.tacEnvironment ? environmentChangesOf(reading.effects) : [];
  const all = [...notes, ...warnings, ...extras.value.notes];
  return succeeded({ config, extras: extras.value.extras, environment, notes: all });
}
