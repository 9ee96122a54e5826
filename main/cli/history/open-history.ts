import type { Problem } from '../../contract/problem.ts';
import { BuildHistory } from '../../history/build-history.ts';
import { historyPathOf } from '../../history/history-path-of.ts';
import { runErrorOf } from '../program/usage-error.ts';

/** What the worker of a directory has built. Errors: RunError when it cannot be read. */
export async function openHistory(basedir: string): Promise<BuildHistory> {
  const problems: Problem[] = [];
  const path = historyPathOf(basedir);
  const history = await BuildHistory.open({ path, warn: (problem) => problems.push(problem) });
  const [problem] = problems;
  if (problem !== undefined) throw runErrorOf(problem);
  return history;
}
