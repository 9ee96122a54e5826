import { delimiter, resolve } from 'node:path';
import type { EnvironmentChanges } from './process-request.ts';
import { reprOf } from './repr-of.ts';

type Environment = Readonly<Record<string, string>>;

/** The master asked for an environment that cannot be; the command fails with this sentence. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly code = 'PROCESS_ENVIRONMENT';
}

/**
 * The environment of a process: the worker's own, what the master changes of it, and PWD.
 *
 * Errors: EnvironmentError for a name that no variable can have, and for a value that is neither text,
 * list nor null, or holds a NUL.
 * Source: buildbot_worker, runprocess.py, RunProcess.__init__ and _startCommand.
 */
export function processEnvironment(
  own: Environment,
  changes: EnvironmentChanges,
  workdir: string,
): Record<string, string> {
  const merged = { ...own };
  for (const [name, value] of Object.entries(changes)) {
    refuseOddName(name);
    if (value === null || value === undefined) delete merged[name];
    else merged[name] = substituted(withOwnPythonPath(name, textFrom(name, value)), own);
  }
  // Nothing else shows the program where it is; MSYS is confused by the variable.
  if (merged.MACHTYPE !== 'i686-pc-msys') merged.PWD = resolve(workdir);
  return merged;
}

/** The system would read `A=B` as the variable A, and end a name or a value at a NUL. */
function refuseOddName(name: string): void {
  if (name === '' || /[=\0]/.test(name))
    throw new EnvironmentError(
      `'env' names must not be empty nor contain '=' or NUL; key ${reprOf(name)} is incorrect`,
    );
}

function textFrom(name: string, value: unknown): string {
  const text = joined(value);
  if (text?.includes('\0'))
    throw new EnvironmentError(`'env' values must not contain NUL; key '${name}' is incorrect`);
  if (text !== undefined) return text;
  throw new EnvironmentError(`'env' values must be strings or lists; key '${name}' is incorrect`);
}

function joined(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isList ? value.join(delimiter) : undefined;
}

/** What the worker has in PYTHONPATH stays reachable, even when it has none. */
function withOwnPythonPath(name: string, value: string): string {
  return name === 'PYTHONPATH' ? `${value}${delimiter}\${PYTHONPATH}` : value;
}

/** `${NAME}` means the worker's own variable, not one that the master sets beside it. */
function substituted(value: string, own: Environment): string {
  return value.replace(/\$\{([0-9a-zA-Z_]*)\}/g, (_whole, name: string) => {
    // Every object answers to names such as `constructor`, which are no variables.
    return Object.hasOwn(own, name) ? (own[name] ?? '') : '';
  });
}
