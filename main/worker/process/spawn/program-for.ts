import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, resolve } from 'node:path';
import { codeOf } from '../../../lib/message-of.ts';
import { isDirectory } from '../../../system/opening/open-directory.ts';
import { isRunnableFormat } from '../../../system/programs/is-runnable-format.ts';
import { encodeText } from '../../updates/python-encodings.ts';
import { ChildStartError } from './child.ts';

/** A program by its name or path, as a command has it, and where it is looked for. */
export interface WantedProgram {
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly workdir: string;
  /** How the worker writes names in bytes. Default `utf-8`. */
  readonly unicodeEncoding?: string;
  /** What a program that is enclosed finds at a path. Default: what this process finds there. */
  readonly placeOf?: ((path: string) => 'here' | 'in-memory' | 'nowhere') | undefined;
}

/** Where the system looks when PATH is not set. */
const DEFAULT_PATH = '/bin:/usr/bin';

/**
 * What to hand the system so that it runs this program: its name, or its path where PATH has files of
 * the name in front that cannot be run.
 *
 * The C library, by which Node and the terminals start programs, runs under /bin/sh whatever the kernel
 * does not know: a text without `#!`, an empty file, a program of another processor. The Python worker
 * does not, and what a build produced is not a shell script because nothing else fits.
 *
 * Errors: ChildStartError for a missing workdir or program, one that may not be run, or is in no format
 *         that the system runs.
 * Source: Python, os.py, _execvpe.
 */
export function programFor(wanted: WantedProgram): string {
  const { file, workdir } = wanted;
  const placeOf = wanted.placeOf ?? (() => 'here');
  if (placeOf(workdir) === 'here' && !isDirectory(workdir))
    throw new ChildStartError(`${workdir}: ${workdirReason(workdir)}`);
  let reason: string | undefined;
  let skipped = 0;
  for (const path of candidatesFor(wanted)) {
    const place = placeOf(path);
    if (place === 'nowhere') continue;
    // Only the enclosure shows whether it is there: to be tried.
    if (place === 'in-memory') return file;
    const found = lookAt(encodeText(path, wanted.unicodeEncoding ?? 'utf-8'), workdir);
    if (found === 'runnable') return skipped > 0 ? path : file;
    if (found === 'missing') continue;
    skipped += found === 'unknown-format' ? 1 : 0;
    reason ??= found === 'unknown-format' ? 'Exec format error' : 'Permission denied';
  }
  throw new ChildStartError(`${file}: ${reason ?? 'No such file or directory'}`);
}

/** Absolute paths, in the order in which they are tried. */
function candidatesFor({ file, environment, workdir }: WantedProgram): readonly string[] {
  if (file.includes('/')) return [isAbsolute(file) ? file : resolve(workdir, file)];
  const directories = (environment.PATH ?? DEFAULT_PATH).split(delimiter);
  return directories.map((directory) => resolve(workdir, directory, file));
}

type Found = 'missing' | 'not-allowed' | 'unknown-format' | 'runnable';

function lookAt(path: Uint8Array, workdir: string): Found {
  try {
    const at = Buffer.from(path);
    if (!statSync(at).isFile()) return 'not-allowed';
    accessSync(at, constants.X_OK);
    return isRunnableFormat(at, workdir) ? 'runnable' : 'unknown-format';
  } catch (error) {
    return codeOf(error) === 'EACCES' ? 'not-allowed' : 'missing';
  }
}

function workdirReason(path: string): string {
  return statSync(path, { throwIfNoEntry: false })
    ? 'Not a directory'
    : 'No such file or directory';
}
