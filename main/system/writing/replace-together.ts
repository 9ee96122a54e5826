import { link, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { NoRegularFileError } from '../opening/no-regular-file-error.ts';
import { readBounded } from '../opening/read-bounded.ts';
import {
  discard,
  type PreparedFile,
  prepareFile,
  type ReplaceOptions,
  replaceFile,
  syncDirectory,
} from './replace-file.ts';
import { isBeingWritten, leftTargetOf } from './temporary-file.ts';

export interface Replacement {
  readonly path: string;
  readonly contents: string | Uint8Array;
  readonly options?: ReplaceOptions;
}

const MAX_PLAN_BYTES = 64 * 1024;
const planSchema = z.array(z.object({ temporary: z.string(), target: z.string() }));

/**
 * Replaces several files, all or none: everything that can fail for want of room or permission is done
 * before the first file changes. A process that is killed between two of them leaves a plan at `planPath`,
 * by which `finishReplacing` does the rest.
 *
 * Errors: rejects with a `ReplaceError`. Each file is as it was then.
 */
export async function replaceTogether(
  planPath: string,
  replacements: readonly Replacement[],
): Promise<void> {
  const prepared: PreparedFile[] = [];
  try {
    for (const replacement of replacements) prepared.push(await prepare(replacement));
    if (prepared.length > 1) await at(planPath, () => replaceFile(planPath, planText(prepared)));
    await renameAll(prepared);
  } catch (error) {
    await rm(planPath, { force: true }).catch(() => undefined);
    for (const file of prepared) await discard(file);
    throw error;
  }
  if (prepared.length > 1) await rm(planPath, { force: true });
}

/**
 * Ends what a process that was killed has begun. To be called before the files are read. What is no plan
 * of ours is removed; that of a process that still runs is left to it.
 *
 * @param isOurs which files may be replaced: a plan is a file like any other, and may be anybody's.
 */
export async function finishReplacing(
  planPath: string,
  isOurs: (targetPath: string) => boolean,
): Promise<void> {
  const plan = await readPlan(planPath);
  if (plan === undefined || plan.some(({ temporary }) => isBeingWritten(basename(temporary))))
    return;
  for (const { temporary, target } of plan) {
    const isPair =
      dirname(temporary) === dirname(target) &&
      leftTargetOf(basename(temporary)) === basename(target) &&
      isOurs(target);
    // One that is not there has its place already.
    if (isPair) await rename(temporary, target).catch(() => undefined);
  }
  await rm(planPath, { force: true }).catch(() => undefined);
}

/** Why several files could not be replaced, with the one it was. */
export class ReplaceError extends Error {
  override readonly name = 'ReplaceError';
  readonly path: string;

  constructor(path: string, options: ErrorOptions) {
    super(`cannot replace ${path}`, options);
    this.path = path;
  }
}

function prepare({ path, contents, options }: Replacement): Promise<PreparedFile> {
  return at(path, () => prepareFile(path, contents, options));
}

async function at<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ReplaceError(path, { cause: error });
  }
}

/** A rename that fails has those before it undone. */
async function renameAll(prepared: readonly PreparedFile[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const file of prepared) {
      await at(file.target, async () => {
        undo.push(await renamed(file));
      });
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    throw error;
  }
  for (const dir of new Set(prepared.map(({ target }) => dirname(target)))) {
    await syncDirectory(dir);
  }
  for (const { temporary } of prepared) await rm(oldPathOf(temporary), { force: true });
}

/** Puts a file in its place; returns how to put the old one there again. */
async function renamed({ temporary, target }: PreparedFile): Promise<() => Promise<void>> {
  const oldPath = oldPathOf(temporary);
  const hadOld = await link(target, oldPath).then(
    () => true,
    () => false,
  );
  try {
    await rename(temporary, target);
  } catch (error) {
    await rm(oldPath, { force: true });
    throw error;
  }
  return () => (hadOld ? rename(oldPath, target) : rm(target, { force: true }));
}

/** Of the same shape as a temporary file's name, so that it goes in the same way after a crash. */
function oldPathOf(temporary: string): string {
  return join(dirname(temporary), basename(temporary).replace(/\.(\d+)\.tmp$/, '.0$1.tmp'));
}

function planText(prepared: readonly PreparedFile[]): string {
  return JSON.stringify(prepared.map(({ temporary, target }) => ({ temporary, target })));
}

/** Undefined when there is none. */
async function readPlan(path: string): Promise<readonly PreparedFile[] | undefined> {
  let text: string;
  try {
    text = (await readBounded(path, MAX_PLAN_BYTES)).toString('utf8');
  } catch (error) {
    return error instanceof NoRegularFileError ? [] : undefined;
  }
  try {
    return planSchema.parse(JSON.parse(text));
  } catch {
    return [];
  }
}
