import { execFile } from 'node:child_process';
import { hasX11Tray } from './has-x11-tray.ts';

/** A bus that does not answer in this time has no tray either. */
const PATIENCE_MS = 2_000;
const WATCHER = 'org.kde.StatusNotifierWatcher';

/**
 * Whether this desktop shows tray icons. Elsewhere than on Linux it always does; there a panel shows on
 * the session bus that it shows them, or, of the older kind, at the X server. Where there is neither,
 * closing the window quits.
 */
export async function hasTray(
  platform = process.platform,
  hasOlderTray: () => Promise<boolean> = hasX11Tray,
): Promise<boolean> {
  if (platform !== 'linux') return true;
  return (await hasWatcher()) || hasOlderTray();
}

/** Whether a panel of today's kind has named itself on the session bus. */
function hasWatcher(): Promise<boolean> {
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
