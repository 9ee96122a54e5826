import type { ConnectionProblem } from '../contract/worker-status.ts';
import { codeOf, messageOf } from '../lib/errors.ts';
import { type Endpoint, endpointName, type Route } from './endpoint.ts';
import { tlsSentence } from './tls-problem.ts';

/** What a failed try to reach a master means, from the code that Node gives its errors. */
export function dialProblem(error: unknown, { endpoint, proxy }: Route): ConnectionProblem {
  const code = codeOf(error) ?? '';
  const tls = tlsSentence(code, error, endpointName(endpoint));
  if (tls) return { kind: 'tls-refused', sentence: tls };
  if (code === 'PROXY_REFUSED') {
    return {
      kind: 'proxy-refused',
      sentence: `The proxy ${proxy ? endpointName(proxy) : ''} does not let us through to ${endpointName(endpoint)}: it ${messageOf(error)}.`,
    };
  }
  return reachProblem(code, error, proxy ?? endpoint, proxy ? 'proxy' : 'master');
}

function reachProblem(
  code: string,
  error: unknown,
  endpoint: Endpoint,
  what: 'proxy' | 'master',
): ConnectionProblem {
  const carrier = endpoint.kind === 'tls' ? endpoint.carrier : endpoint;
  if (carrier.kind === 'tcp') return tcpProblem(code, error, carrier.host, carrier.port, what);
  const sentence = `Cannot connect to the UNIX socket ${endpointName(carrier)}: ${messageOf(error)}; the ${what} may not be running.`;
  return { kind: code === 'ECONNREFUSED' ? 'refused' : 'unreachable', sentence };
}

function tcpProblem(
  code: string,
  error: unknown,
  host: string,
  port: number,
  what: 'proxy' | 'master',
): ConnectionProblem {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_NONAME':
    case 'EAI_NODATA':
      return {
        kind: 'unknown-host',
        sentence: `The host ${host} is not known: check its spelling, or whether its network (a VPN, perhaps) is connected.`,
      };
    case 'EAI_AGAIN':
      return {
        kind: 'unknown-host',
        sentence: `The name ${host} could not be looked up: the name server does not answer; check this machine's network.`,
      };
    case 'ECONNREFUSED':
      return {
        kind: 'refused',
        sentence: `Nothing listens on port ${port} of ${host}: the ${what} is not running, or its port is another one.`,
      };
    case 'ETIMEDOUT':
      return {
        kind: 'timed-out',
        sentence: `${host} did not answer on port ${port} in time: a firewall may be in the way, or the machine is off.`,
      };
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EHOSTDOWN':
    case 'EADDRNOTAVAIL':
      return {
        kind: 'unreachable',
        sentence: `There is no way to ${host} from here: check this machine's network.`,
      };
    default:
      return {
        kind: 'unreachable',
        sentence: `Cannot connect to port ${port} of ${host}: ${messageOf(error)}.`,
      };
  }
}
