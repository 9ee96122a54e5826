// Brings whatever a command needs and is not there yet; well under a second when all is there.
import { ensureElectron } from './electron-runtime.mjs';
import { ensureInteropVenv, requiredPythonPackages } from './interop-venv.mjs';
import { ensureNodePackages } from './node-packages.mjs';
import {
  BUILD_TEST_PACKAGES,
  DESKTOP_TEST_PACKAGES,
  ensureSystemPackages,
  OLDER_MASTER_PACKAGES,
  RUNTIME_PACKAGES,
} from './system-packages.mjs';

/**
 * @typedef {object} Needs
 * @property {boolean} [electron] the desktop runtime and the libraries it loads
 * @property {boolean} [retryElectron] try the official download even if it failed lately
 * @property {boolean} [desktopTests] a screen, a session bus, a tray and a keyring for tests
 * @property {boolean} [buildTests] the programs that builds of the tests run
 * @property {boolean} [interop] a real Buildbot master from PyPI
 * @property {boolean} [systemPackages] false: leave the system's package manager alone
 */

/**
 * Brings the npm packages and what else is asked for; shows what it does as it does it.
 *
 * System packages come first: without root rights they are the user's to install, and nothing is
 * left half-way.
 *
 * @param {Needs} needs
 * @returns {{ electron: import('./electron-runtime.mjs').ElectronRuntime | undefined, interopVenv: string | undefined }}
 */
export function ensureReady({
  electron,
  retryElectron,
  desktopTests,
  buildTests,
  interop,
  systemPackages = true,
}) {
  const withInterop = interop && process.platform !== 'win32';
  const required = [
    ...(electron ? RUNTIME_PACKAGES : []),
    ...(desktopTests ? DESKTOP_TEST_PACKAGES : []),
    ...(buildTests ? BUILD_TEST_PACKAGES : []),
    ...(withInterop ? [...requiredPythonPackages(), ...OLDER_MASTER_PACKAGES] : []),
  ];
  if (required.length > 0) ensureSystemPackages(required, systemPackages);
  ensureNodePackages();
  return {
    electron: electron ? ensureElectron({ retry: retryElectron ?? false }) : undefined,
    interopVenv: withInterop ? ensureInteropVenv() : undefined,
  };
}
