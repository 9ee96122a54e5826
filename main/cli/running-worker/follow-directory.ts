import type { Reloaded } from '../../control/reloaded.ts';
import { EXTRAS_FILENAME } from '../../system/base-directory-files.ts';
import { requestProblemText } from '../../texts/request-problem-text.ts';
import type { Words } from '../../texts/words.ts';
import { wordOf } from '../../worker-settings/settings-table.ts';
import { RunError, runErrorOf } from '../program/usage-error.ts';
import { type Control, controlOf, type FoundWorker } from './find-worker.ts';

/** What a worker made of its directory's settings: what has changed, and when that takes effect. */
export interface Followed {
  readonly changed: string;
  readonly effect: string;
}

/**
 * Has the running worker of Buildtray apply what its directory holds now; with `reconnect` by a new
 * connection between builds, where that is needed.
 *
 * Errors: RunError when it cannot run with what the directory holds, or cannot be asked.
 */
export async function followDirectory(
  found: Extract<FoundWorker, { kind: 'buildtray' }>,
  reconnect: boolean,
  words: Words,
): Promise<Followed> {
  const control = await controlOf(found);
  try {
    const read = await control.reload();
    if (!read.ok) throw runErrorOf(read.problem);
    const changed = changesText(read.value, words);
    const { effect } = read.value;
    if (!reconnect || effect !== 'reconnect') {
      return { changed, effect: words.cli.verbs.reload.effects[effect] };
    }
    return { changed, effect: await connectAgain(control, words) };
  } finally {
    control.close();
  }
}

/** Requests a new connection; a worker without one has it anyway. Errors: RunError. */
export async function connectAgain(control: Control, { cli }: Words): Promise<string> {
  const performed = await control.perform({ kind: 'reconnect', when: 'at-gap' });
  if (performed.ok) return cli.runningWorker.connectsAgain;
  const { problem } = performed;
  if (problem.kind === 'refused' && problem.refusal === 'not-attached') {
    return cli.runningWorker.followsWhenConnected;
  }
  throw new RunError(({ app }) => requestProblemText(problem, app));
}

function changesText({ changed, hasOtherExtras }: Reloaded, { cli }: Words): string {
  const names = changed.map(wordOf);
  const all = hasOtherExtras ? [...names, EXTRAS_FILENAME] : names;
  const texts = cli.verbs.reload;
  return all.length === 0 ? texts.nothingChanged : texts.changed(all);
}
