// Programs and shared libraries that come from the system's own packages. Debian and its kin are
// looked after; elsewhere we name what seems to be missing.
import fs from 'node:fs';
import { isOnPath, runQuiet, runShown, SetupProblem, say } from './run.mjs';

/**
 * @typedef {object} SystemPackage
 * @property {string} name Debian's name
 * @property {string} [renamed] its name where libraries got a new time type (Debian 13, Ubuntu 24.04)
 * @property {string} [library] a file name that the dynamic linker knows when the package is there
 * @property {string} [program] a program on the search path when the package is there
 * @property {boolean} [optional] not every distribution has it: what needs it is then left out
 */

/** What the Electron runtime itself loads. @type {readonly SystemPackage[]} */
export const RUNTIME_PACKAGES = [
  { name: 'libgtk-3-0', renamed: 'libgtk-3-0t64', library: 'libgtk-3.so.0' },
  { name: 'libnotify4', library: 'libnotify.so.4' },
  { name: 'libnss3', library: 'libnss3.so' },
  { name: 'libxss1', library: 'libXss.so.1' },
  { name: 'libxtst6', library: 'libXtst.so.6' },
  { name: 'libatspi2.0-0', renamed: 'libatspi2.0-0t64', library: 'libatspi.so.0' },
  { name: 'libdrm2', library: 'libdrm.so.2' },
  { name: 'libgbm1', library: 'libgbm.so.1' },
  { name: 'libxcb-dri3-0', library: 'libxcb-dri3.so.0' },
  { name: 'libasound2', renamed: 'libasound2t64', library: 'libasound.so.2' },
  { name: 'libsecret-1-0', library: 'libsecret-1.so.0' },
  { name: 'xdg-utils', program: 'xdg-open' },
];

/** A screen, a session bus, a tray, a keyring and a pointer for tests. @type {readonly SystemPackage[]} */
export const DESKTOP_TEST_PACKAGES = [
  { name: 'xvfb', program: 'xvfb-run' },
  { name: 'xauth', program: 'xauth' },
  { name: 'dbus', program: 'dbus-run-session' },
  { name: 'dbus-x11', program: 'dbus-launch' },
  { name: 'trayer', program: 'trayer' },
  { name: 'xdotool', program: 'xdotool' },
  { name: 'wmctrl', program: 'wmctrl' },
  { name: 'imagemagick', program: 'import' },
  { name: 'openbox', program: 'openbox' },
  { name: 'gnome-keyring', program: 'gnome-keyring-daemon' },
  { name: 'libsecret-tools', program: 'secret-tool' },
];

/** What the builds of the tests use. @type {readonly SystemPackage[]} */
export const BUILD_TEST_PACKAGES = [
  { name: 'git', program: 'git' },
  { name: 'make', program: 'make' },
  // The shells whose completion is tested.
  { name: 'zsh', program: 'zsh' },
  { name: 'fish', program: 'fish' },
];

/** An older master than the pinned one, for the interop tests. @type {readonly SystemPackage[]} */
export const OLDER_MASTER_PACKAGES = [
  { name: 'python3-buildbot', program: 'buildbot', optional: true },
];

/** @typedef {{ hasLibrary(name: string): boolean, hasProgram(name: string): boolean }} Machine */

/**
 * @param {readonly SystemPackage[]} wanted
 * @param {Machine} machine
 */
export function missingPackages(wanted, machine) {
  return wanted.filter(
    ({ library, program }) =>
      (library !== undefined && !machine.hasLibrary(library)) ||
      (program !== undefined && !machine.hasProgram(program)),
  );
}

/**
 * What to do about missing packages.
 *
 * @param {readonly SystemPackage[]} missing
 * @param {{ debianLike: boolean, root: boolean }} machine
 * @returns {'nothing' | 'install' | 'ask' | 'warn'} `ask`: only the user can install them; `warn`:
 *   we do not know this system's packages, so go on and see
 */
export function remedyFor(missing, machine) {
  if (missing.length === 0) return 'nothing';
  if (!machine.debianLike) return 'warn';
  return machine.root ? 'install' : 'ask';
}

/** @param {readonly string[]} names */
export function lineToPaste(names) {
  return `sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/**
 * Installs what is missing where we may, or says how the user can.
 *
 * @param {readonly SystemPackage[]} wanted
 */
export function ensureSystemPackages(wanted) {
  if (process.platform !== 'linux') return;
  const missing = missingPackages(wanted, thisMachine());
  ensureMissing(missing.filter(({ optional }) => !optional));
  bringOptional(missing.filter(({ optional }) => optional));
}

/** @param {readonly SystemPackage[]} missing */
function ensureMissing(missing) {
  const remedy = remedyFor(missing, { debianLike: isDebianLike(), root: isRoot() });
  if (remedy === 'nothing') return;
  if (remedy === 'warn') return warn(missing);
  if (remedy === 'ask') throw new SetupProblem(askFor(missing.map(nameHere)));
  install(missing);
}

/**
 * Without them we go on, whatever happens.
 *
 * @param {readonly SystemPackage[]} missing
 */
function bringOptional(missing) {
  const names = missing.map(({ name }) => name);
  const remedy = remedyFor(missing, { debianLike: isDebianLike(), root: isRoot() });
  if (remedy === 'ask') say(`some tests are left out without: ${lineToPaste(names)}`);
  if (remedy !== 'install') return;
  const isKnown = (/** @type {string} */ name) => runQuiet('apt-cache', ['show', name]).ok;
  if (!hasPackageLists()) apt('update');
  const known = names.filter(isKnown);
  if (known.length === 0 || installByName(known)) return;
  say(`apt-get could not install ${known.join(' ')}; the tests that need it are left out`);
}

function isDebianLike() {
  return fs.existsSync('/etc/debian_version') && fs.existsSync('/usr/bin/apt-get');
}

function isRoot() {
  return process.getuid?.() === 0;
}

/** @param {readonly string[]} names */
function askFor(names) {
  const what = 'system packages are missing; install them and run the same command again:';
  return `${what}\n\n    ${lineToPaste(names)}\n`;
}

/** @param {readonly SystemPackage[]} missing */
function warn(missing) {
  const files = missing.map(({ library, program }) => library ?? program).join(', ');
  say(`not seen on this system: ${files}`);
  say('install them with its package manager if something fails; only Debian 12 has been tried');
}

/** @param {readonly SystemPackage[]} missing */
function install(missing) {
  const names = missing.map(nameHere);
  if (installByName(names)) return;
  throw new SetupProblem(`apt-get could not install ${names.join(' ')}: see above.`);
}

/** @param {readonly string[]} names */
function installByName(names) {
  // Package lists are absent on a fresh machine, and old ones name files that are gone.
  const updated = !hasPackageLists() && apt('update');
  say(`apt-get install ${names.join(' ')}`);
  const installNow = () => apt('install', '--no-install-recommends', ...names);
  return installNow() || (!updated && apt('update') && installNow());
}

/** @param {string[]} args */
function apt(...args) {
  return runShown('apt-get', ['-q', '-y', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function hasPackageLists() {
  const dir = '/var/lib/apt/lists';
  return fs.existsSync(dir) && fs.readdirSync(dir).some((name) => name.includes('_Packages'));
}

/** @param {SystemPackage} wanted */
function nameHere({ name, renamed }) {
  if (renamed === undefined) return name;
  return runQuiet('apt-cache', ['show', renamed]).ok ? renamed : name;
}

/** @returns {Machine} */
function thisMachine() {
  const { ok, output } = runQuiet(isOnPath('ldconfig') ? 'ldconfig' : '/sbin/ldconfig', ['-p'], {
    env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` },
  });
  const known = new Set(ok ? output.split('\n').map((line) => line.trim().split(' ')[0]) : []);
  return {
    hasLibrary: (name) => known.has(name),
    hasProgram: (name) => isOnPath(name),
  };
}
