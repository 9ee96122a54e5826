import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { type Said, type Statement, said, tell } from '../lib/statement.ts';
import { EXTRAS_FILENAME } from '../system/base-directory-files.ts';
import { fileReason } from '../system/file-reason.ts';
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
  readonly notes: readonly string[];
}

/**
 * Reads a worker's `buildtray.json`; nothing is set where there is none.
 *
 * Errors: one sentence that names the file and the setting, and never a value.
 */
export async function readExtras(basedir: string): Promise<Outcome<ExtrasFile, Statement>> {
  const path = join(basedir, EXTRAS_FILENAME);
  const read = await readObject(path);
  if (!read.ok) return read;
  const { tls, proxy } = read.value ?? {};
  const extras = {
    ...(tls && { tls: withoutNothing({ pin: tls.pin, authorities: tls.authorities }) }),
    ...(proxy && { proxy: { user: proxy.user, password: proxy.password } }),
  };
  const isOpen = proxy !== undefined && (await othersMayRead(path));
  const note = `Others on this machine can read the proxy's password in ${path}; mend that by: chmod 600 ${path}`;
  return succeeded({ extras, notes: isOpen ? [note] : [] });
}

/**
 * Writes what changed and leaves the rest of the file alone. With nothing to say, no file is made.
 *
 * Errors: one sentence.
 */
export async function writeExtras(
  basedir: string,
  extras: ConnectionExtras,
): Promise<Outcome<void, Statement>> {
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
    return failed(tell('cannotWrite', path, fileReason(error)));
  }
}

type ExtrasObject = z.output<typeof extrasSchema>;

/** Undefined when there is no such file. */
async function readObject(path: string): Promise<Outcome<ExtrasObject | undefined, Statement>> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return succeeded(undefined);
    // The parser's own words would quote the file, and with it a password.
    return failed(
      error instanceof SyntaxError
        ? tell('extrasAreNoJson', path)
        : tell('cannotRead', path, fileReason(error)),
    );
  }
  const parsed = extrasSchema.safeParse(value);
  if (parsed.success) return succeeded(parsed.data);
  return failed(issueTold(path, parsed.error.issues[0]));
}

/** The parser's own words are English, and may quote the file. */
function issueTold(path: string, issue: z.core.$ZodIssue | undefined): Statement {
  const setting = issue?.path.join('.') ?? '';
  const wanted = wantedBy(issue);
  return setting === ''
    ? tell('extrasWant', path, wanted)
    : tell('settingWants', path, setting, wanted);
}

function wantedBy(issue: z.core.$ZodIssue | undefined): Said {
  if (issue?.code === 'invalid_format') return said('wantedUser');
  const isObject = issue?.code === 'invalid_type' && issue.expected === 'object';
  return isObject ? said('wantedObject') : said('wantedText');
}

function withoutNothing<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
