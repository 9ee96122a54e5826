import { lstat, mkdir, readlink, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { LinkChoice } from '../contract/hostinfo/hostinfo-contract.ts';
import { type Problem, problem } from '../contract/problem.ts';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { realPath } from '../system/opening/real-path.ts';
import { replaceFile } from '../system/writing/replace-file.ts';
import { MAX_HOSTINFO_BYTES } from './read-hostinfo.ts';

/** The master shows these files to everybody; the umask takes from it what it takes. */
const PUBLIC_MODE = 0o666;

export type HostinfoProblem =
  /** The file is a link and the choice was not made; nothing was written. */
  | { readonly kind: 'is-link'; readonly target: string; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * Writes one file of `info/`, at once or not at all.
 *
 * Errors: one sentence that names the file; `is-link` asks for a `choice`.
 */
export async function writeHostinfoFile(
  infoDir: string,
  hostinfoFilename: string,
  text: string,
  choice?: LinkChoice,
): Promise<Outcome<void, HostinfoProblem>> {
  const refusal = nameRefusal(hostinfoFilename) ?? lengthRefusal(text);
  if (refusal !== undefined) return failed({ kind: 'failed', problem: refusal });
  const path = join(infoDir, hostinfoFilename);
  try {
    await makeFolder(infoDir);
    const target = await targetOf(path);
    if (target !== undefined && choice === undefined) return failed(linkProblem(path, target));
    const place = choice === 'replace-link' ? path : (target ?? path);
    await replaceFile(place, text, { newMode: PUBLIC_MODE, atLink: 'replace-link' });
    return succeeded(undefined);
  } catch (error) {
    return failed({
      kind: 'failed',
      problem: problem('files.cannotWrite', { path, reason: fileReasonOf(error) }),
    });
  }
}

/** Removing a file that is not there is no problem; of a link, the file it leads to stays. */
export async function removeHostinfoFile(
  infoDir: string,
  hostinfoFilename: string,
): Promise<Outcome<void, Problem>> {
  const refusal = nameRefusal(hostinfoFilename);
  if (refusal !== undefined) return failed(refusal);
  const path = join(infoDir, hostinfoFilename);
  try {
    await rm(path, { force: true });
    return succeeded(undefined);
  } catch (error) {
    return failed(problem('files.cannotRemove', { path, reason: fileReasonOf(error) }));
  }
}

/** Why a name cannot be that of a file in `info/`; undefined when it can. */
export function nameRefusal(name: string): Problem | undefined {
  const isPlain = name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
  return isPlain ? undefined : problem('hostinfo.notAName', { name });
}

function lengthRefusal(text: string): Problem | undefined {
  return Buffer.byteLength(text) > MAX_HOSTINFO_BYTES
    ? problem('hostinfo.tooLong', { limitBytes: MAX_HOSTINFO_BYTES })
    : undefined;
}

function linkProblem(path: string, target: string): HostinfoProblem {
  return { kind: 'is-link', target, problem: problem('hostinfo.isLink', { path, target }) };
}

/** A worker's directory that is gone is not made again by this. */
async function makeFolder(infoDir: string): Promise<void> {
  try {
    await mkdir(infoDir);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Where a link leads, even to a file that is not there yet; undefined for what is no link. */
async function targetOf(path: string): Promise<string | undefined> {
  try {
    if (!(await lstat(path)).isSymbolicLink()) return undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return await realPath(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return resolve(dirname(path), await readlink(path));
  }
}
