import { cp, mkdir, readdir } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import { readExtras } from '../basedir/extras-file.ts';
import type { WorkerCopy } from '../contract/overview-contract.ts';
import { problem } from '../contract/problem.ts';
import type { Keyring } from '../desktop/keyring.ts';
import { codeOf } from '../lib/message-of.ts';
import { failed, type Outcome } from '../lib/outcome.ts';
import { INFO_DIRNAME } from '../system/base-directory-files.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { inWords } from '../texts/in-words.ts';
import type { Texts } from '../texts/texts.ts';
import type { WorkerConfig } from '../worker-settings/worker-config.ts';
import { makeWorkerDirectory, type NewWorker } from './make-worker.ts';

/**
 * Makes a directory with the settings and the hostinfo of another worker.
 *
 * Errors: a sentence. A directory that is not empty is left alone.
 */
export async function duplicateWorker(
  config: WorkerConfig,
  copy: Omit<WorkerCopy, 'workerId'>,
  keyring: Keyring,
  texts: Pick<Texts, 'workers' | 'say'>,
): Promise<Outcome<NewWorker, string>> {
  const workerName = copy.workerName.trim();
  const basedir = normalize(copy.basedir.trim());
  const { needsName, needsDirectory, directoryIsUsed } = texts.workers;
  if (workerName === '') return failed(needsName);
  if (!isAbsolute(basedir)) return failed(needsDirectory);
  if (!(await isFree(basedir))) return failed(directoryIsUsed(basedir));
  const password = copy.password ?? config.password;
  try {
    await mkdir(basedir, { recursive: true, mode: 0o700 });
    // What is there already is kept when the rest is made.
    await cp(join(config.basedir, INFO_DIRNAME), join(basedir, INFO_DIRNAME), { recursive: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') {
      return failed(
        texts.say(problem('hostinfo.cannotCopy', { basedir, reason: fileReasonOf(error) })),
      );
    }
  }
  const extras = await readExtras(config.basedir);
  if (!extras.ok) return inWords(extras, texts);
  const made = await makeWorkerDirectory(
    {
      config: { ...config, basedir, workerName, password },
      extras: extras.value.extras,
      isRelocatable: false,
      isQuiet: true,
    },
    { admin: '', host: '' },
    keyring,
    texts,
  );
  return made.ok ? made : failed(made.problem.map(({ sentence }) => sentence).join(' '));
}

async function isFree(dir: string): Promise<boolean> {
  try {
    return (await readdir(dir)).length === 0;
  } catch (error) {
    return codeOf(error) === 'ENOENT';
  }
}
