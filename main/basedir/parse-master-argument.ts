import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { MasterArgumentFault } from '../worker-settings/create-worker-problem.ts';
import { DEFAULT_PORT } from '../worker-settings/worker-config.ts';

export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

/** Reads `host[:port]`, an IPv6 address in brackets. */
export function parseMasterArgument(master: string): Outcome<HostAndPort, MasterArgumentFault> {
  if (/^http:|^[a-z][a-z0-9+.-]*:\/\//i.test(master)) return failed({ kind: 'url' });
  const match = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::([^:]*))?$/.exec(master);
  if (!match) return failed({ kind: 'brackets', master });
  const host = match[1] ?? match[2] ?? '';
  if (host === '' || /\s/.test(host)) return failed({ kind: 'host', master });
  const port = match[3] ?? String(DEFAULT_PORT);
  const number = /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0;
  if (number >= 1 && number <= 65_535) return succeeded({ host, port: number });
  return failed({ kind: 'port', port, isNumber: /^\s*\d+\s*$/.test(port) });
}
