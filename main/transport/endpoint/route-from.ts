import { because, type Problem, problem } from '../../contract/problem.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import type { MasterAddress } from '../../worker-settings/worker-config.ts';
import type { Endpoint, Route, TcpEndpoint } from './endpoint.ts';
import { endpointFromString } from './endpoint-from-string.ts';

/** The way to a master. Errors: the sentence of what is wrong with a connection string. */
export function routeFrom(address: MasterAddress): Outcome<Route, Problem> {
  if (address.kind === 'connection-string') {
    const endpoint = endpointFromString(address.connectionString);
    return endpoint.ok ? succeeded({ endpoint: endpoint.value, proxy: undefined }) : endpoint;
  }
  const { host, port, useTls, proxyConnectionString } = address;
  const endpoint = hostEndpoint(host, port, useTls);
  if (!proxyConnectionString) return succeeded({ endpoint, proxy: undefined });
  const proxy = endpointFromString(proxyConnectionString);
  if (!proxy.ok) return failed(because(problem('connectionString.proxyUnusable'), proxy.problem));
  return succeeded({ endpoint, proxy: proxy.value });
}

const PLAIN = { bindAddress: undefined, timeoutSeconds: undefined } as const;

function hostEndpoint(host: string, port: number, useTls: boolean): Endpoint {
  const carrier: TcpEndpoint = { kind: 'tcp', host, port, ...PLAIN };
  if (!useTls) return carrier;
  return {
    kind: 'tls',
    checkedName: host,
    trust: { kind: 'system' },
    certificatePath: undefined,
    privateKeyPath: undefined,
    carrier,
  };
}
