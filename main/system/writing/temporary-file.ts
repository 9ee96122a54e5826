import { type FileHandle, open, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../../lib/message-of.ts';
import { isStillRunning, startMarkOf } from '../running-process.ts';

/** Who may do what with a file. */
export interface Ownership {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

const PRIVATE_MODE = 0o600;
/**
 * `.buildbot.tac.4711-98765.3.tmp`: the writer's pid, its start mark, and a number of its own. Older versions
 * wrote no mark.
 */
const NAME = /^\.(.+)\.(\d+)(?:-(\d*))?\.\d+\.tmp$/;

/** As long as a process lives it gives no two temporary files one name. */
let written = 0;

/** Whether a file of this name is a temporary one, those of older versions included. */
export function isTemporaryName(filename: string): boolean {
  return /^\..+\.\d+\.tmp$/.test(filename);
}

/** What a temporary file is to become; undefined for any other file. */
export function targetOfTemporary(filename: string): string | undefined {
  return NAME.exec(filename)?.[1];
}

/** Whether a temporary file is one whose process still runs. */
export function isBeingWritten(filename: string): boolean {
  const [, , pid, mark] = NAME.exec(filename) ?? [];
  return mark !== undefined && isStillRunning(Number(pid), mark);
}

/** What a temporary file was to become, once its process has ended; undefined for any other file. */
export function leftTargetOf(filename: string): string | undefined {
  const [, target, , mark] = NAME.exec(filename) ?? [];
  // Of one without a mark it is unknown whether its process has ended.
  return mark === undefined || isBeingWritten(filename) ? undefined : target;
}

/**
 * Writes a file beside `path`, which the disk has when this resolves; returns its path. Who may not read
 * the file in the end cannot read it at any time before.
 *
 * Errors: rejects with the file system's error. Nothing is left then.
 */
export async function writeTemporary(
  path: string,
  contents: string | Uint8Array,
  access: { readonly newMode: number; readonly owner: Ownership | undefined },
): Promise<string> {
  await removeLeftTemporaries(dirname(path), basename(path));
  const temporary = temporaryPathFor(path);
  try {
    await writeWhole(temporary, contents, access);
    return temporary;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Removes temporary files whose process has ended before it could: they may hold a password. Only those
 * that were to become `filename`, where that is given. What cannot be removed stays.
 */
export async function removeLeftTemporaries(dir: string, filename?: string): Promise<void> {
  for (const name of await readdir(dir).catch(() => [])) {
    const target = leftTargetOf(name);
    if (target === undefined || (filename !== undefined && target !== filename)) continue;
    await rm(join(dir, name), { force: true }).catch(() => undefined);
  }
}

/** Undefined for a file that is not there. */
export async function ownershipOf(path: string): Promise<Ownership | undefined> {
  try {
    const { mode, uid, gid } = await stat(path);
    return { mode: mode & 0o777, uid, gid };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function temporaryPathFor(path: string): string {
  written += 1;
  const writer = `${process.pid}-${startMarkOf(process.pid) ?? ''}`;
  return join(dirname(path), `.${basename(path)}.${writer}.${written}.tmp`);
}

async function writeWhole(
  path: string,
  contents: string | Uint8Array,
  { newMode, owner }: { readonly newMode: number; readonly owner: Ownership | undefined },
): Promise<void> {
  // What a process of our number once left there, a link included, is not written to.
  await rm(path, { force: true });
  const file = await open(path, 'wx', owner === undefined ? newMode : PRIVATE_MODE);
  try {
    await file.writeFile(contents);
    if (owner) await giveTo(file, owner);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** An administrator who edits as root must not lock the worker out of its own file. */
async function giveTo(file: FileHandle, { mode, uid, gid }: Ownership): Promise<void> {
  const own = await file.stat();
  if (uid !== own.uid || gid !== own.gid) await file.chown(uid, gid);
  await file.chmod(mode);
}
