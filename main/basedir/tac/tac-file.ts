import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { type Problem, problem } from '../../contract/problem.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { EXTRAS_FILENAME, PLAN_FILENAME } from '../../system/base-directory-files.ts';
import { fileReasonOf } from '../../system/file-reason.ts';
import { readBounded } from '../../system/opening/read-bounded.ts';
import { realPath } from '../../system/opening/real-path.ts';
import { replaceFile } from '../../system/writing/replace-file.ts';
import { finishReplacing, type Replacement } from '../../system/writing/replace-together.ts';
import { readTac } from './read-tac.ts';
import type { TacProblem, TacReading } from './tac-reading.ts';

/** Far above any real one; what is larger is no buildbot.tac. */
export const MAX_TAC_BYTES = 256 * 1024;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export type TacEncoding = 'utf-8' | 'utf-8 with mark' | 'latin-1';

export interface TacFile {
  readonly text: string;
  /** How the text is encoded in the file; `writeTacFile` keeps it. */
  readonly encoding: TacEncoding;
  readonly reading: TacReading;
}

export async function readTacFile(tacPath: string): Promise<Outcome<TacFile, TacProblem>> {
  await finishChange(tacPath);
  const source = await readTacText(tacPath);
  if (!source.ok) return source;
  return succeeded({ ...source.value, reading: await readOnMachine(source.value.text, tacPath) });
}

/** Of files that a `buildbot.tac` reads, such as one with the password. */
const MAX_FILE_BYTES = 64 * 1024;
const MOST_FILES = 10;

/** Reads a text with what it finds on this machine; a file that it reads may name another one. */
async function readOnMachine(text: string, tacPath: string): Promise<TacReading> {
  const files = new Map<string, string | undefined>();
  const full = resolve(tacPath);
  const surroundings = { environment: process.env, home: homedir(), tacPath: full, files };
  for (;;) {
    const reading = readTac(text, tacPath, surroundings);
    const wanted = reading.wantedFiles.slice(0, MOST_FILES - files.size);
    if (wanted.length === 0) return reading;
    for (const path of wanted) files.set(path, await smallFile(path));
  }
}

async function smallFile(path: string): Promise<string | undefined> {
  try {
    return (await readBounded(path, MAX_FILE_BYTES)).toString('utf8');
  } catch {
    return undefined;
  }
}

/**
 * Writes a changed text in the place of the file, whole or not at all.
 *
 * Errors: one sentence that names the file, which then is as it was.
 */
export async function writeTacFile(
  tacPath: string,
  text: string,
  encoding: TacEncoding,
): Promise<Outcome<void, Problem>> {
  const replacement = tacReplacement(tacPath, text, encoding);
  if (!replacement.ok) return replacement;
  try {
    await replaceFile(tacPath, replacement.value.contents);
    return succeeded(undefined);
  } catch (error) {
    return failed(problem('files.cannotWrite', { path: tacPath, reason: fileReasonOf(error) }));
  }
}

/** The file that `writeTacFile` writes. Errors: one sentence why the text cannot be in it. */
export function tacReplacement(
  tacPath: string,
  text: string,
  encoding: TacEncoding,
): Outcome<Replacement, Problem> {
  const contents = encodeSource(text, encoding);
  return contents === undefined
    ? failed(problem('tac.lacksSign', { path: tacPath }))
    : succeeded({ path: tacPath, contents });
}

/** Whoever was killed while it changed this file and `buildtray.json` meant to change both. */
async function finishChange(tacPath: string): Promise<void> {
  const real = await realPath(tacPath).catch(() => tacPath);
  const isOurs = (path: string): boolean => path === real || basename(path) === EXTRAS_FILENAME;
  await finishReplacing(join(dirname(tacPath), PLAN_FILENAME), isOurs);
}

async function readTacText(
  tacPath: string,
): Promise<Outcome<Pick<TacFile, 'text' | 'encoding'>, TacProblem>> {
  try {
    const bytes = await readBounded(tacPath, MAX_TAC_BYTES + 1);
    if (bytes.length <= MAX_TAC_BYTES) return succeeded(decodeSource(bytes));
    return failed(unreadable(problem('tac.tooLarge', { path: tacPath })));
  } catch (error) {
    return failed(
      unreadable(problem('files.cannotRead', { path: tacPath, reason: fileReasonOf(error) })),
    );
  }
}

/** Python 3 reads UTF-8; older files may be in the encoding of their author's machine. */
function decodeSource(bytes: Buffer): Pick<TacFile, 'text' | 'encoding'> {
  const hasMark = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: hasMark ? 'utf-8 with mark' : 'utf-8' };
  } catch {
    return { text: bytes.toString('latin1'), encoding: 'latin-1' };
  }
}

/** Undefined when the encoding lacks a sign of the text. */
function encodeSource(text: string, encoding: TacEncoding): Buffer | undefined {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with mark':
      return Buffer.concat([BYTE_ORDER_MARK, Buffer.from(text)]);
    case 'latin-1':
      return /[\u0100-\uffff]/.test(text) ? undefined : Buffer.from(text, 'latin1');
  }
}

function unreadable(problem: Problem): TacProblem {
  return { kind: 'unreadable', problem };
}
