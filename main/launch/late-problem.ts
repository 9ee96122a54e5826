import type { WorkerSettingName, WorkerSettings } from '../contract/worker-settings.ts';
import { routeFrom } from '../transport/endpoint.ts';
import { encodingProblem } from '../worker/updates/python-encodings.ts';

/** What is wrong with changed settings and would only come to light when the worker starts. */
export function lateProblem(
  changes: Partial<WorkerSettings>,
): { readonly name: WorkerSettingName; readonly sentence: string } | undefined {
  const { unicodeEncoding, connectionString, proxyConnectionString } = changes;
  const encoding = unicodeEncoding === undefined ? undefined : encodingProblem(unicodeEncoding);
  if (encoding !== undefined) return { name: 'unicodeEncoding', sentence: `${encoding}.` };
  if (connectionString) {
    const route = routeFrom({ kind: 'connection-string', connectionString });
    if (!route.ok) return { name: 'connectionString', sentence: route.problem };
  }
  if (proxyConnectionString) {
    const master = { kind: 'host', host: 'master', port: 1, useTls: false } as const;
    const route = routeFrom({ ...master, proxyConnectionString });
    if (!route.ok) return { name: 'proxyConnectionString', sentence: route.problem };
  }
  return undefined;
}
