import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Problem, problem } from '../contract/problem.ts';
import type { Expected } from '../contract/problems/facts.ts';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';

import { EXTRAS_FILENAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';

import { othersMayRead } from '../system/others-may-read.ts';
import { replaceFile } from '../system/replace-file.ts';
import type { ConnectionExtras } from '../worker-settings/connection-extras.ts';

/** Unknown settings are a newer version's and are kept. */
const extrasSchema = z.looseObject({
  tls: z
    .looseObject({ pin: z.string().min(1).optional(), authorities: z.string().min(1).optional() })
    .optional(),
  proxy: z
    .looseObject({
      user: z
        .string()
        .min(1)
        .regex(/^[^:]*$/),
      password: z.string(),
    })
    .optional(),
});

export interface ExtrasFile {
  readonly extras: ConnectionExtras;
  /** Sentences worth telling. */
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
  const { tls, proxy } = read.value ?? {};
  const extras = {
    ...(tls && { tls: withoutNothing({ pin: tls.pin, authorities: tls.authorities }) }),
    ...(proxy && { proxy: { user: proxy.user, password: proxy.password } }),
  };
  const isOpen = proxy !== undefined && (await othersMayRead(path));
  return succeeded({ extras, notes: isOpen ? [problem('extras.othersMayRead', { path })] : [] });
}

/**
 * Writes what changed and leaves the rest of the file alone. With nothing to say, no file is made.
 *
 * Errors: one sentence.
 */
export async function writeExtras(
  basedir: string,
  extras: ConnectionExtras,
): Promise<Outcome<void, Problem>> {
  const path = join(basedir, EXTRAS_FILENAME);
  const before = await readObject(path);
  if (!before.ok) return before;
  if (before.value === undefined && !extras.tls && !extras.proxy) return succeeded(undefined);
  const { tls, proxy, ...others } = before.value ?? {};
  const contents = withoutNothing({
    ...others,
    tls: extras.tls && { ...tls, ...extras.tls },
    proxy: extras.proxy && { ...proxy, ...extras.proxy },
  });
  try {
    // Others may have been let in by whoever edited the file by hand.
    await replaceFile(path, `${JSON.stringify(contents, null, 2)}\n`, { resetsMode: true });
    return succeeded(undefined);
  } catch (error) {
    return failed(problem('files.cannotWrite', { path, reason: fileReasonOf(error) }));
  }
}

type ExtrasObject = z.output<typeof extrasSchema>;

/** Undefined when there is no such file. */
async function readObject(path: string): Promise<Outcome<ExtrasObject | undefined, Problem>> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
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
  const expected = expectedBy(issue);
  return setting === ''
    ? problem('extras.mustBe', { path, expected })
    : problem('settings.mustBe', { place: { path }, setting, expected });
}

function expectedBy(issue: z.core.$ZodIssue | undefined): Expected {
  if (issue?.code === 'invalid_format') return { kind: 'user' };
  const isObject = issue?.code === 'invalid_type' && issue.expected === 'object';
  return { kind: isObject ? 'object' : 'text' };
}

function withoutNothing<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
