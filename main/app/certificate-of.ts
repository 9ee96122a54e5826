import { readExtras } from '../basedir/extras-file.ts';
import { checkCertificate } from '../checks/check-certificate.ts';
import type { HostedWorker } from '../hosting/hosted-worker.ts';

/** Longer than the two connections that it may take. */
const PATIENCE_MS = 40_000;

/** The SHA-256 of the master's certificate, where a pin of it would make it trusted; undefined elsewhere. */
export async function certificateOf({
  config,
}: Pick<HostedWorker, 'config'>): Promise<string | undefined> {
  if (config === undefined) return undefined;
  const { master: address, protocol, path, basedir } = config;
  const read = await readExtras(basedir);
  const extras = read.ok ? read.value.extras : undefined;
  const draft = { address, protocol, path, extras };
  const { pin } = await checkCertificate(draft, AbortSignal.timeout(PATIENCE_MS));
  return pin;
}
