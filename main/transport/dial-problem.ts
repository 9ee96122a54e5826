import { problem } from '../contract/problem.ts';
import type { ConnectionProblem } from '../contract/worker/worker-status.ts';
import { codeOf, messageOf } from '../lib/message-of.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { type Endpoint, endpointName, type Route } from './endpoint/endpoint.ts';
import { ProxyRefusedError } from './open-tunnel.ts';
import { tlsProblem, tlsReason } from './tls/tls-problem.ts';

/** The proxy itself was not reached; `cause` is why. */
export class ProxyUnreachedError extends Error {
  override readonly name = 'ProxyUnreachedError';
}

/** What a failed try to reach a master means, from the code that Node gives its errors. */
export function dialProblem(error: unknown, { endpoint, proxy }: Route): ConnectionProblem {
  if (proxy && error instanceof ProxyUnreachedError) return proxyProblem(error.cause, proxy);
  const code = codeOf(error) ?? '';
  const tls = tlsProblem(code, error, endpointName(endpoint));
  if (tls) return tls;
  if (error instanceof ProxyRefusedError) {
    const names = { proxy: proxy ? endpointName(proxy) : '', target: endpointName(endpoint) };
    const why = problem('reaching.proxyRefused', { ...names, refusal: error.refusal });
    return { kind: 'proxy-refused', problem: why };
  }
  return reachProblem(code, error, proxy ?? endpoint, proxy ? 'proxy' : 'master');
}

function proxyProblem(error: unknown, proxy: Endpoint): ConnectionProblem {
  const code = codeOf(error) ?? '';
  const reason = tlsReason(code, error);
  if (!reason) return reachProblem(code, error, proxy, 'proxy');
  const why = problem('reaching.noSecureProxy', { proxy: endpointName(proxy), reason });
  // Whoever signed it: only a master's certificate can be pinned.
  return { kind: 'tls-refused', problem: why };
}

function reachProblem(
  code: string,
  error: unknown,
  endpoint: Endpoint,
  what: 'proxy' | 'master',
): ConnectionProblem {
  const carrier = endpoint.kind === 'tls' ? endpoint.carrier : endpoint;
  if (carrier.kind === 'tcp') return tcpProblem(code, error, carrier.host, carrier.port, what);
  const key = what === 'proxy' ? 'reaching.proxySocket' : 'reaching.masterSocket';
  const why = problem(key, { path: endpointName(carrier), reason: fileReasonOf(error) });
  return { kind: code === 'ECONNREFUSED' ? 'refused' : 'unreachable', problem: why };
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
      return { kind: 'unknown-host', problem: problem('reaching.unknownHost', { host }) };
    case 'EAI_AGAIN':
      return { kind: 'unknown-host', problem: problem('reaching.nameServerSilent', { host }) };
    case 'ECONNREFUSED': {
      const key = what === 'proxy' ? 'reaching.proxyNotListening' : 'reaching.masterNotListening';
      return { kind: 'refused', problem: problem(key, { host, port }) };
    }
    case 'ETIMEDOUT':
      return { kind: 'timed-out', problem: problem('reaching.noAnswerInTime', { host, port }) };
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EHOSTDOWN':
    case 'EADDRNOTAVAIL':
      return { kind: 'unreachable', problem: problem('reaching.noWay', { host }) };
    default:
      return {
        kind: 'unreachable',
        problem: problem('reaching.cannotConnect', { host, port, message: messageOf(error) }),
      };
  }
}
