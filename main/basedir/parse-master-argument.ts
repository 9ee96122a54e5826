import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { DEFAULT_PORT } from '../worker-settings/worker-config.ts';

export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

/** Reads `host[:port]`, an IPv6 address in brackets. */
export function parseMasterArgument(master: string): Outcome<HostAndPort, string> {
  if (/^http:|^[a-z][a-z0-9+.-]*:\/\//i.test(master)) {
    return failed('<master> is not a URL - do not use URL');
  }
  const match = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::([^:]*))?$/.exec(master);
  if (!match) {
    return failed(
      `invalid <master> argument '${master}', if it is an ipv6 address, it must be enclosed by []`,
    );
  }
  const host = match[1] ?? match[2] ?? '';
  if (host === '' || /\s/.test(host)) return failed(`invalid <master> argument '${master}'`);
  const port = match[3] ?? String(DEFAULT_PORT);
  const number = /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0;
  if (number >= 1 && number <= 65_535) return succeeded({ host, port: number });
  const range = /^\s*\d+\s*$/.test(port) ? ' from 1 to 65535' : '';
  return failed(`invalid master port '${port}', needs to be a number${range}`);
}
