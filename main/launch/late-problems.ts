import type { Problem } from '../contract/problem.ts';
import { routeFrom } from '../transport/endpoint/route-from.ts';
import { encodingProblem } from '../worker/updates/python-encodings.ts';
import type { WorkerSettingName, WorkerSettings } from '../worker-settings/settings-table.ts';

export interface LateProblem {
  readonly name: WorkerSettingName;
  readonly problem: Problem;
}

/** What is wrong with settings, or with changes of them, and would only come to light at the start. */
export function lateProblems(changes: Partial<WorkerSettings>): readonly LateProblem[] {
  const { unicodeEncoding, connectionString, proxyConnectionString } = changes;
  const problems: LateProblem[] = [];
  const encoding = unicodeEncoding === undefined ? undefined : encodingProblem(unicodeEncoding);
  if (encoding !== undefined) problems.push({ name: 'unicodeEncoding', problem: encoding });
  if (connectionString) {
    const route = routeFrom({ kind: 'connection-string', connectionString });
    if (!route.ok) problems.push({ name: 'connectionString', problem: route.problem });
  }
  if (proxyConnectionString) {
    const master = { kind: 'host', host: 'master', port: 1, useTls: false } as const;
    const route = routeFrom({ ...master, proxyConnectionString });
    if (!route.ok) problems.push({ name: 'proxyConnectionString', problem: route.problem });
  }
  return problems;
}
