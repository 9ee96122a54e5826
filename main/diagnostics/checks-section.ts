import { attachedLogin } from '../checks/attached-login.ts';
import type { CheckResult } from '../checks/check.ts';
import { draftFromDirectory } from '../checks/draft-from-directory.ts';
import { runChecks } from '../checks/run-checks.ts';
import { diagnostics as words } from '../texts/en/diagnostics.ts';
import { textsIn } from '../texts/texts.ts';
import type { Section } from './report-from.ts';
import type { RunningWorker } from './running-worker.ts';

const { say } = textsIn('en');

/** What each check finds; those that take too long are left out, as the last line states. */
export async function checksSection(
  dir: string,
  running: RunningWorker | undefined,
  signal: AbortSignal,
  late: string,
): Promise<Section> {
  const section = (lines: readonly string[]): Section => ({
    title: words.checks,
    isInner: true,
    lines,
  });
  const found = await draftFromDirectory(dir);
  if (!found.ok) return section([say(found.problem)]);
  const { draft, notes } = found.value;
  const login = running?.kind === 'answers' ? attachedLogin(running.status) : undefined;
  const lines = notes.map(say);
  for await (const result of runChecks(draft, signal, login === undefined ? {} : { login })) {
    // What an aborted check finds is no fact about the worker.
    if (signal.aborted) break;
    lines.push(lineOf(result));
  }
  return section(signal.aborted ? [...lines, late] : lines);
}

function lineOf({ id, state, finding, help }: CheckResult): string {
  const sentences = [finding, ...(help === undefined ? [] : [help])].map(say).join(' ');
  return words.check(id, state, sentences);
}
