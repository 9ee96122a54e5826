import { checkDirectory } from '../basedir/check-directory.ts';
import { readExtras } from '../basedir/extras-file.ts';
import { workerConfigFrom } from '../basedir/tac/worker-config-from.ts';
import type { Problem } from '../contract/problem.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { CheckDraft } from './check.ts';

export interface DirectoryDraft {
  readonly draft: CheckDraft;
  /** What the directory's files say and is not done. */
  readonly notes: readonly Problem[];
}

/** What there is to check about the worker of a directory. Errors: why no worker can run there. */
export async function draftFromDirectory(dir: string): Promise<Outcome<DirectoryDraft, Problem>> {
  const directory = await checkDirectory(dir);
  if (!directory.ok) return directory;
  const read = workerConfigFrom(directory.value.reading);
  if (!read.ok) return failed(read.problem.problem);
  const { config, warnings } = read.value;
  const extras = await readExtras(config.basedir);
  if (!extras.ok) return extras;
  const draft = { ...config, address: config.master, extras: extras.value.extras };
  return succeeded({
    draft,
    notes: [...directory.value.notes, ...warnings, ...extras.value.notes],
  });
}
