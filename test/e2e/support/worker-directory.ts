import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Desktop } from './desktop.ts';

/** The id of the one worker in the settings. */
export const WORKER_ID = 'w1';

/** Makes a worker's directory that the app finds in its settings; its master never answers. */
export function saveLonelyWorker(desktop: Desktop): string {
  const basedir = path.join(desktop.home, 'worker');
  const args = [
    'out/cli/buildtray.js',
    'create-worker',
    basedir,
    '127.0.0.1:1',
    'lonely',
    'secret',
  ];
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  desktop.saveSettings({ workers: [{ id: WORKER_ID, basedir }] });
  return basedir;
}
