import type { ConnectionProblem } from '../contract/worker/worker-status.ts';
import { codeOf, messageOf } from '../lib/message-of.ts';
import { asFact, tell } from '../lib/statement.ts';
import { fileReason } from '../system/file-reason.ts';
import { type Endpoint, endpointName, type Route } from './endpoint.ts';
import { ProxyRefusedError } from './open-tunnel.ts';
import { tlsProblem } from './tls-problem.ts';

/** What a failed try to reach a master means, from the code that Node gives its errors. */
export function dialProblem(error: unknown, { endpoint, proxy }: Route): ConnectionProblem {
  const code = codeOf(error) ?? '';
  const tls = tlsProblem(code, error, endpointName(endpoint));
  if (tls) return tls;
  if (error instanceof ProxyRefusedError) {
    const name = proxy ? endpointName(proxy) : '';
    const refused = tell('proxyRefused', name, endpointName(endpoint), asFact(error.told));
    return { kind: 'proxy-refused', ...refused };
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
  const key = what === 'proxy' ? 'proxySocket' : 'masterSocket';
  const told = tell(key, endpointName(carrier), fileReason(error));
  return { kind: code === 'ECONNREFUSED' ? 'refused' : 'unreachable', ...told };
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
      return { kind: 'unknown-host', ...tell('unknownHost', host) };
    case 'EAI_AGAIN':
      return { kind: 'unknown-host', ...tell('nameServerSilent', host) };
    case 'ECONNREFUSED': {
      const key = what === 'proxy' ? 'proxyNotListening' : 'masterNotListening';
      return { kind: 'refused', ...tell(key, host, port) };
    }
    case 'ETIMEDOUT':
      return { kind: 'timed-out', ...tell('noAnswerInTime', host, port) };
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENETDOWN':
    case 'EHOSTDOWN':
    case 'EADDRNOTAVAIL':
      return { kind: 'unreachable', ...tell('noWay', host) };
    default:
      return { kind: 'unreachable', ...tell('cannotConnect', host, port, messageOf(error)) };
  }
}
