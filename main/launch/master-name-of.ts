import { hideSecrets } from '../logging/writing/hide-secrets.ts';
import type { MasterAddress } from '../worker-settings/worker-config.ts';

/** A worker's master as people know it, such as `ci.example.org:9989`; it holds no secret. */
export function masterNameOf(master: MasterAddress, secrets: readonly string[]): string {
  if (master.kind === 'connection-string') return hideSecrets(master.connectionString, secrets);
  const host = master.host.includes(':') ? `[${master.host}]` : master.host;
  return `${host}:${master.port}`;
}
