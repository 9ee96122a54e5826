import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Desktop } from './desktop.ts';

/** The id of the one worker in the settings. */
const WORKER_ID = 'w1';

export interface WorkerLogin {
  readonly master: string;
  readonly name: string;
  readonly password: string;
}

/** Makes a worker's directory that the app finds in its settings. */
export function saveWorker(desktop: Desktop, { master, name, password }: WorkerLogin): string {
  const basedir = path.join(desktop.home, 'worker');
  const args = ['out/cli/buildtray.js', 'create-worker', basedir, master, name, password];
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  desktop.saveSettings({ workers: [{ id: WORKER_ID, basedir }] });
  return basedir;
}

/** One whose master never answers. */
export function saveLonelyWorker(desktop: Desktop): string {
  return saveWorker(desktop, { master: '127.0.0.1:1', name: 'lonely', password: 'secret' });
}
