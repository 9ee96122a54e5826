import type { Problem } from '../../contract/problem.ts';
import { BuildHistory } from '../../history/build-history.ts';
import { historyPathOf, outputDirOf } from '../../history/history-path-of.ts';
import { KeptOutputs } from '../../history/output/kept-outputs.ts';
import { runErrorOf } from '../program/usage-error.ts';

/** What the worker of a directory has built. Errors: RunError when it cannot be read. */
export async function openHistory(basedir: string): Promise<BuildHistory> {
  const problems: Problem[] = [];
  const path = historyPathOf(basedir);
  const warn = (problem: Problem): void => void problems.push(problem);
  const history = await BuildHistory.open({ path, warn, outputs: outputsToForget(warn) });
  const [problem] = problems;
  if (problem !== undefined) throw runErrorOf(problem);
  return history;
}

/** The command line keeps no output: how much of it is the user's choice in the tray app. It forgets it. */
export function outputsToForget(warn: (problem: Problem) => void): KeptOutputs {
  const rules = () => ({ keptOutputs: 'none', keptOutputBytes: 0, keptOutputDays: 0 }) as const;
  return new KeptOutputs({ dir: outputDirOf(), rules, warn });
}
