import { link, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Problem, problem } from '../../contract/problem.ts';
import { codeOf } from '../../lib/message-of.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { TAC_FILENAME } from '../../system/base-directory-files.ts';
import { fileReasonOf } from '../../system/file-reason.ts';
import { readWhole } from '../../system/opening/read-whole.ts';
import { realPath } from '../../system/opening/real-path.ts';
import { directoryProblem } from '../check-directory.ts';
import { tacDiff } from '../tac/tac-diff.ts';
import { MAX_TAC_BYTES, readTacFile, writeTacFile } from '../tac/tac-file.ts';
import { type UpgradedTac, upgradeTac } from './upgrade-tac.ts';

export interface UpgradeOptions {
  /** Reports what would be done and writes nothing. */
  readonly isDryRun: boolean;
}

export interface DirectoryUpgrade extends Pick<UpgradedTac, 'steps' | 'notes'> {
  readonly tacPath: string;
  /** What changes, as a unified diff without secrets; empty when the file is up to date. */
  readonly diff: string;
  /** Where the old file is; undefined when nothing was written. */
  readonly oldPath: string | undefined;
}

/**
 * Brings a worker's directory up to date: its `buildbot.tac`, and nothing else. The old file is kept
 * beside it, and older ones are never overwritten. A second upgrade finds nothing to do.
 *
 * Errors: one sentence; the directory is then as it was.
 */
export async function upgradeDirectory(
  dir: string,
  { isDryRun }: UpgradeOptions,
): Promise<Outcome<DirectoryUpgrade, Problem>> {
  const path = resolve(dir);
  const tacPath = join(path, TAC_FILENAME);
  const unusable = isDryRun ? undefined : await directoryProblem(path);
  if (unusable) return failed(unusable);
  const file = await readTacFile(tacPath);
  if (!file.ok) return failed(file.problem.problem);
  const { text, encoding } = file.value;
  const upgraded = upgradeTac(text, tacPath);
  if (!upgraded.ok) return upgraded;
  const { steps, notes } = upgraded.value;
  const diff = tacDiff(tacPath, text, upgraded.value.text, `${tacPath} (upgraded)`);
  const found = { tacPath, steps, notes, diff };
  if (isDryRun || upgraded.value.text === text) return succeeded({ ...found, oldPath: undefined });
  const kept = await keepOld(tacPath);
  if (!kept.ok) return kept;
  const written = await writeTacFile(tacPath, upgraded.value.text, encoding);
  if (written.ok) return succeeded({ ...found, oldPath: kept.value.path });
  if (kept.value.isNew) await rm(kept.value.path, { force: true }).catch(() => undefined);
  return written;
}

const MOST_OLD_FILES = 1000;

interface KeptFile {
  readonly path: string;
  readonly isNew: boolean;
}

/** Keeps the file as `buildbot.tac.old`, or `.old.1` and so on where that is another one. */
async function keepOld(tacPath: string): Promise<Outcome<KeptFile, Problem>> {
  try {
    const source = await realPath(tacPath);
    for (let number = 0; number < MOST_OLD_FILES; number += 1) {
      const path = `${tacPath}.old${number === 0 ? '' : `.${number}`}`;
      if (await linkOrCopy(source, path)) return succeeded({ path, isNew: true });
      if (await haveSameBytes(source, path)) return succeeded({ path, isNew: false });
    }
    return failed(
      problem('upgrade.tooManyOldFiles', { path: `${tacPath}.old`, count: MOST_OLD_FILES }),
    );
  } catch (error) {
    return failed(
      problem('upgrade.cannotKeepOld', {
        path: tacPath,
        oldPath: `${tacPath}.old`,
        reason: fileReasonOf(error),
      }),
    );
  }
}

/** False when something is there. A link keeps mode and owner, and takes no room on a full disk. */
async function linkOrCopy(source: string, path: string): Promise<boolean> {
  try {
    await link(source, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
  }
  const { mode } = await stat(source);
  const contents = await readWhole(source, MAX_TAC_BYTES);
  try {
    await writeFile(path, contents, { flag: 'wx', mode });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function haveSameBytes(one: string, other: string): Promise<boolean> {
  try {
    const [a, b] = await Promise.all([one, other].map((path) => readWhole(path, MAX_TAC_BYTES)));
    return a !== undefined && b !== undefined && a.equals(b);
  } catch {
    return false;
  }
}
