import { execFile } from 'node:child_process';

/** A bus that does not answer in this time has no tray either. */
const PATIENCE_MS = 2_000;
const WATCHER = 'org.kde.StatusNotifierWatcher';

/**
 * Whether this desktop shows tray icons. Elsewhere than on Linux it always does; there a panel shows that
 * the session bus that it shows them. Panels of the older kind, which do not, count as none: there
 * closing the window quits, as it does where there is no panel at all.
 */
export function hasTray(platform = process.platform): Promise<boolean> {
  if (platform !== 'linux') return Promise.resolve(true);
  const args = [
    '--session',
    '--print-reply',
    `--reply-timeout=${PATIENCE_MS}`,
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    `string:${WATCHER}`,
  ];
  return new Promise((resolve) => {
    execFile('dbus-send', args, { timeout: 2 * PATIENCE_MS }, (error, stdout) =>
      resolve(error === null && stdout.includes('boolean true')),
    );
  });
}
