import type { Keyring } from '../../main/desktop/keyring.ts';
import { HostedWorker } from '../../main/hosting/hosted-worker.ts';
import { succeeded } from '../../main/lib/outcome.ts';
import { noKeyring } from './no-keyring.ts';

/** A worker of the app, `a1`, in a directory that it has not opened yet. It is to be closed. */
export function hostedWorkerIn(
  basedir: string,
  keyring: Keyring = noKeyring,
  encryptedPassword?: string,
): HostedWorker {
  const saved = { id: 'a1', basedir, ...(encryptedPassword && { encryptedPassword }) };
  return new HostedWorker(saved, {
    keyring,
    perform: async () => succeeded(undefined),
    clearBuilds: async () => succeeded(0),
  });
}
