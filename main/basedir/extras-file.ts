import { join } from 'node:path';
import type { z } from 'zod';
import { type Problem, problem } from '../contract/problem.ts';
import type { Expected } from '../contract/problems/facts.ts';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { EXTRAS_FILENAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { readBounded } from '../system/opening/read-bounded.ts';
import { othersMayRead } from '../system/others-may-read.ts';
import { replaceFile } from '../system/writing/replace-file.ts';
import type { Replacement } from '../system/writing/replace-together.ts';
import { type ConnectionExtras, extraOf } from '../worker-settings/connection-extras.ts';
import { EXTRA_SETTINGS } from '../worker-settings/settings-table.ts';
import { EXTRA_OBJECTS, type ExtrasContents, extrasSchema } from './extras-schema.ts';
import { expectedBy } from './tac/expected-by.ts';

/** Far above any real one; what is longer is cut and then no JSON. */
const MAX_EXTRAS_BYTES = 256 * 1024;

export interface ExtrasFile {
  readonly extras: ConnectionExtras;
  /** What the user should know. */
  readonly notes: readonly Problem[];
}

/**
 * Reads a worker's `buildtray.json`; nothing is set where there is none.
 *
 * Errors: one sentence that names the file and the setting, and never a value.
 */
export async function readExtras(basedir: string): Promise<Outcome<ExtrasFile, Problem>> {
  const path = join(basedir, EXTRAS_FILENAME);
  const read = await readObject(path);
  if (!read.ok) return read;
  const extras = knownExtras(read.value ?? {});
  const isOpen = hasSecret(extras) && (await othersMayRead(path));
  return succeeded({ extras, notes: isOpen ? [problem('extras.othersMayRead', { path })] : [] });
}

/** The settings that this version knows. */
function knownExtras(contents: ExtrasContents): ConnectionExtras {
  const objects = [...EXTRA_OBJECTS].flatMap(([name, rows]) => {
    const object = contents[name];
    if (object === undefined) return [];
    return [[name, withoutNothing(Object.fromEntries(rows.map(({ key }) => [key, object[key]])))]];
  });
  // The schema, made from the same rows, has checked each of them.
  return Object.fromEntries(objects) as ConnectionExtras;
}

function hasSecret(extras: ConnectionExtras): boolean {
  return EXTRA_SETTINGS.some(
    ({ name, kind }) => kind === 'secret' && extraOf(extras, name) !== undefined,
  );
}

/**
 * What the file is to hold: what changed, and the rest of it as it is; undefined where no file is needed.
 *
 * Errors: one sentence.
 */
export async function extrasReplacement(
  basedir: string,
  extras: ConnectionExtras,
): Promise<Outcome<Replacement | undefined, Problem>> {
  const path = join(basedir, EXTRAS_FILENAME);
  const before = await readObject(path);
  if (!before.ok) return before;
  const objects: Readonly<Record<string, object | undefined>> = extras;
  const known = [...EXTRA_OBJECTS];
  if (before.value === undefined && known.every(([name]) => !objects[name])) {
    return succeeded(undefined);
  }
  const old = before.value ?? {};
  const changed = known.map(([name, rows]) => {
    // A setting that is not there any more would stay otherwise.
    const unset = Object.fromEntries(rows.map(({ key }) => [key, undefined]));
    return [name, objects[name] && { ...old[name], ...unset, ...objects[name] }];
  });
  const contents = withoutNothing({ ...old, ...Object.fromEntries(changed) });
  // Others may have been let in by whoever edited the file by hand.
  const options = { resetsMode: true };
  return succeeded({ path, contents: `${JSON.stringify(contents, null, 2)}\n`, options });
}

/** Writes what changed and leaves the rest of the file alone. Errors: one sentence. */
export async function writeExtras(
  basedir: string,
  extras: ConnectionExtras,
): Promise<Outcome<void, Problem>> {
  const replacement = await extrasReplacement(basedir, extras);
  if (!replacement.ok) return replacement;
  if (replacement.value === undefined) return succeeded(undefined);
  const { path, contents, options } = replacement.value;
  try {
    await replaceFile(path, contents, options);
    return succeeded(undefined);
  } catch (error) {
    return failed(problem('files.cannotWrite', { path, reason: fileReasonOf(error) }));
  }
}

/** Undefined when there is no such file. */
async function readObject(path: string): Promise<Outcome<ExtrasContents | undefined, Problem>> {
  let value: unknown;
  try {
    value = JSON.parse((await readBounded(path, MAX_EXTRAS_BYTES)).toString('utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return succeeded(undefined);
    // The parser's own words would quote the file, and with it a password.
    return failed(
      error instanceof SyntaxError
        ? problem('extras.notJson', { path })
        : problem('files.cannotRead', { path, reason: fileReasonOf(error) }),
    );
  }
  const parsed = extrasSchema.safeParse(value);
  if (parsed.success) return succeeded(parsed.data);
  return failed(issueProblem(path, parsed.error.issues[0]));
}

/** The parser's own words are English, and may quote the file. */
function issueProblem(path: string, issue: z.core.$ZodIssue | undefined): Problem {
  const setting = issue?.path.join('.') ?? '';
  const expected = expectedAt(setting, issue);
  return setting === ''
    ? problem('extras.mustBe', { path, expected })
    : problem('settings.mustBe', { place: { path }, setting, expected });
}

function expectedAt(setting: string, issue: z.core.$ZodIssue | undefined): Expected {
  const row = EXTRA_SETTINGS.find(({ json }) => json === setting);
  if (issue?.code === 'invalid_format' && row !== undefined) {
    return expectedBy({ kind: 'shape', name: row.name });
  }
  const isObject = issue?.code === 'invalid_type' && issue.expected === 'object';
  return { kind: isObject ? 'object' : 'text' };
}

function withoutNothing<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
