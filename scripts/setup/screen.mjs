// What the machine's screen and kernel allow Electron to do.
import fs from 'node:fs';

/**
 * @param {string} platform
 * @param {Record<string, string | undefined>} env
 */
export function hasScreen(platform, env) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Why Chromium's sandbox cannot work here, or undefined when it can.
 *
 * @param {{ uid: number | undefined, namespacesForbidden: boolean }} facts
 */
export function whyNoSandbox({ uid, namespacesForbidden }) {
  if (uid === 0) return 'running as root';
  if (namespacesForbidden) return 'this kernel forbids unprivileged user namespaces';
  return undefined;
}

/** The kernel settings by which distributions forbid what the sandbox is built from. */
export function namespacesForbidden(read = readSetting) {
  return (
    read('kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    read('kernel/unprivileged_userns_clone') === '0' ||
    read('user/max_user_namespaces') === '0'
  );
}

/** @param {string} name */
function readSetting(name) {
  const file = `/proc/sys/${name}`;
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined;
}
