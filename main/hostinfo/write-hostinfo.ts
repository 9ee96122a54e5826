import { mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, messageOf } from '../lib/errors.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { MAX_HOSTINFO_BYTES } from './read-hostinfo.ts';

/**
 * Writes one file of `info/`, at once or not at all; a link is written through.
 *
 * Errors: one sentence that names the file.
 */
export async function writeHostinfoFile(
  infoDir: string,
  hostinfoFilename: string,
  text: string,
): Promise<Outcome<void, string>> {
  const refusal = nameRefusal(hostinfoFilename) ?? lengthRefusal(text);
  if (refusal !== undefined) return failed(refusal);
  const path = join(infoDir, hostinfoFilename);
  try {
    await mkdir(infoDir, { recursive: true });
    await replaceFile(await targetOf(path), text);
    return succeeded(undefined);
  } catch (error) {
    return failed(`Cannot write ${path}: ${messageOf(error)}.`);
  }
}

/** Removing a file that is not there is no problem. */
export async function removeHostinfoFile(
  infoDir: string,
  hostinfoFilename: string,
): Promise<Outcome<void, string>> {
  const refusal = nameRefusal(hostinfoFilename);
  if (refusal !== undefined) return failed(refusal);
  const path = join(infoDir, hostinfoFilename);
  try {
    await rm(path, { force: true });
    return succeeded(undefined);
  } catch (error) {
    return failed(`Cannot remove ${path}: ${messageOf(error)}.`);
  }
}

/** Why a name cannot be that of a file in `info/`; undefined when it can. */
export function nameRefusal(name: string): string | undefined {
  const isPlain = name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
  return isPlain ? undefined : `"${name}" is no file name for info/.`;
}

function lengthRefusal(text: string): string | undefined {
  return Buffer.byteLength(text) > MAX_HOSTINFO_BYTES
    ? `The text is longer than the ${MAX_HOSTINFO_BYTES} bytes that a master takes.`
    : undefined;
}

async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path;
    throw error;
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  // A leading dot, and gone before a master could be told of it.
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
