import { targetOfTemporary } from './writing/temporary-file.ts';

/**
 * The files in a worker's base directory, by their names; everything else in it belongs to builds.
 *
 * Source: Buildbot, worker/buildbot_worker/scripts/create_worker.py, for those that `buildbot-worker`
 * makes or reads as well.
 */

/** The worker's settings, its password included; `buildbot-worker` runs it as a program. */
export const TAC_FILENAME = 'buildbot.tac';
/** Settings that `buildbot.tac` has no words for; the Python worker never looks at it. */
export const EXTRAS_FILENAME = 'buildtray.json';
/** Which files a change of several settings is about to replace; there only while it does. */
export const PLAN_FILENAME = 'buildtray.plan';
/** The folder of files that describe the machine, such as `host` and `admin`. */
export const INFO_DIRNAME = 'info';
/** Touched, it requests a graceful shutdown where the worker allows that. */
export const STAMP_FILENAME = 'shutdown.stamp';

/** Until when a worker that the command line runs stays paused, over its restarts. */
export const PAUSE_FILENAME = 'buildtray.pause';

/** Names the process that runs the directory's worker: its number, then when it was started. */
export const PID_FILENAME = 'buildtray.pid';
/** The same for the Python worker, its number alone. */
export const TWISTD_PID_FILENAME = 'twistd.pid';

/** The log of this program; `worker.log.1` and so on are older. */
export const LOG_FILENAME = 'worker.log';
/** The log of the Python worker. */
export const TWISTD_LOG_FILENAME = 'twistd.log';

/** What protected builds have for a home, kept between builds; strict ones have one of many each. */
export const HOME_DIRNAME = 'buildtray.home';
export const HOMES_DIRNAME = 'buildtray.homes';
/** What protected builds find as `/etc/passwd`. */
export const PASSWD_FILENAME = 'buildtray.passwd';

/** Where the process that runs the worker listens for other processes. */
export const SOCKET_FILENAME = 'buildtray.sock';

const OWN_NAMES: ReadonlySet<string> = new Set([INFO_DIRNAME, STAMP_FILENAME]);
/** Backups, locks, rotated logs and the like carry a name of ours with something appended. */
const OWN_BEGINNINGS = [TAC_FILENAME, LOG_FILENAME, 'buildtray.', 'twistd.'] as const;

/**
 * Whether an entry of the base directory is the worker's own and no build's, so that no command of the
 * master reads, changes or uses it. The files that `replaceFile` writes beside them belong to it.
 *
 * Where the file system takes several spellings for one name, each of them counts.
 */
export function isOwnEntry(name: string): boolean {
  const plain = plainNameOf(name);
  const subject = targetOfTemporary(plain) ?? plain;
  if (process.platform === 'win32' && /~\d/.test(subject)) return true;
  return (
    OWN_NAMES.has(subject) || OWN_BEGINNINGS.some((beginning) => subject.startsWith(beginning))
  );
}

/** Windows and macOS ignore case; Windows drops dots and blanks at the end, and names streams after a colon. */
function plainNameOf(name: string): string {
  if (process.platform === 'linux') return name;
  const lower = name.normalize('NFKC').toLowerCase();
  if (process.platform !== 'win32') return lower;
  return lower.replace(/:.*$/s, '').replace(/[. ]+$/, '');
}
