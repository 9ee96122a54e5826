import type { ConnectionProblem } from '../contract/worker-status.ts';
import { messageOf } from '../lib/errors.ts';

/** What a failed try to reach `host:port` means, from the code Node gives its errors. */
export function dialProblem(
  code: string | undefined,
  host: string,
  port: number,
  error: unknown,
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
        sentence: `Nothing listens on port ${port} of ${host}: the master is not running, or its worker port is another one.`,
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
