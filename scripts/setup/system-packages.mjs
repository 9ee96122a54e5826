// Programs and shared libraries that come from the system's own packages. Debian and its kin are
// served; elsewhere we name what seems to be missing.
import fs from 'node:fs';
import { isOnPath, runQuiet, runShown, SetupProblem, say } from './run.mjs';

/**
 * @typedef {object} SystemPackage
 * @property {string} name Debian's name
 * @property {string} [renamed] its name where libraries got a new time type (Debian 13, Ubuntu 24.04)
 * @property {string} [library] a file name that the dynamic linker knows when the package is there
 * @property {string} [program] a program on the search path when the package is there
 * @property {boolean} [optional] not every distribution has it: what needs it is then left out
 * @property {string} why what it is for, to go on after "for"
 */

/**
 * @param {string} why
 * @param {readonly Omit<SystemPackage, 'why'>[]} packages
 * @returns {readonly SystemPackage[]}
 */
function neededFor(why, packages) {
  return packages.map((entry) => ({ ...entry, why }));
}

/** What the Electron runtime itself loads. */
export const RUNTIME_PACKAGES = neededFor('the window and the tray icon', [
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
]);

/** A screen, a session bus, a tray, a keyring and a pointer. */
export const DESKTOP_TEST_PACKAGES = neededFor('tests of the desktop, on a screen of their own', [
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
]);

export const BUILD_TEST_PACKAGES = neededFor('the builds that tests run', [
  { name: 'git', program: 'git' },
  { name: 'make', program: 'make' },
  { name: 'bzip2', program: 'bzip2' },
  { name: 'procps', program: 'ps' },
  { name: 'groff', program: 'groff' },
  // Protected builds, and the hostile one that tries to get out.
  { name: 'bubblewrap', program: 'bwrap' },
  { name: 'python3', program: 'python3' },
  // The shells whose completion is tested.
  { name: 'zsh', program: 'zsh' },
  { name: 'fish', program: 'fish' },
]);

export const OLDER_MASTER_PACKAGES = neededFor('tests against an older Buildbot master', [
  { name: 'python3-buildbot', program: 'buildbot', optional: true },
]);

/** @typedef {{ hasLibrary(name: string): boolean, hasProgram(name: string): boolean }} Machine */

/**
 * @param {readonly SystemPackage[]} required
 * @param {Machine} machine
 */
export function missingPackages(required, machine) {
  return required.filter(
    ({ library, program }) =>
      (library !== undefined && !machine.hasLibrary(library)) ||
      (program !== undefined && !machine.hasProgram(program)),
  );
}

/**
 * What to do about missing packages.
 *
 * @param {readonly SystemPackage[]} missing
 * @param {{ debianLike: boolean, root: boolean, mayInstall: boolean }} facts `mayInstall`: the user
 *   has not asked us to leave the package manager alone
 * @returns {'nothing' | 'install' | 'ask' | 'warn'} `ask`: only an administrator can install them;
 *   `warn`: name them, go on and see
 */
export function remedyFor(missing, { debianLike, root, mayInstall }) {
  if (missing.length === 0) return 'nothing';
  if (!debianLike || !mayInstall) return 'warn';
  return root ? 'install' : 'ask';
}

/** @param {readonly string[]} names */
export function lineToPaste(names) {
  return `sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/**
 * The packages with what they are for, a line for each reason.
 *
 * @param {readonly SystemPackage[]} packages
 */
export function reasonsText(packages) {
  const reasons = [...new Set(packages.map(({ why }) => why))];
  const namesFor = (/** @type {string} */ reason) =>
    packages.flatMap(({ name, why }) => (why === reason ? [name] : [])).join(', ');
  return reasons.map((reason) => `    for ${reason}: ${namesFor(reason)}`).join('\n');
}

/**
 * Installs what is missing where we may, or shows how the user can.
 *
 * @param {readonly SystemPackage[]} required
 * @param {boolean} mayInstall
 */
export function ensureSystemPackages(required, mayInstall) {
  if (process.platform !== 'linux') return;
  const missing = missingPackages(required, thisMachine()).map((entry) => ({
    ...entry,
    name: nameHere(entry),
  }));
  ensureMissing(
    missing.filter(({ optional }) => !optional),
    mayInstall,
  );
  bringOptional(
    missing.filter(({ optional }) => optional),
    mayInstall,
  );
}

/**
 * @param {readonly SystemPackage[]} missing
 * @param {boolean} mayInstall
 */
function ensureMissing(missing, mayInstall) {
  const remedy = remedyFor(missing, { debianLike: isDebianLike(), root: isRoot(), mayInstall });
  if (remedy === 'nothing') return;
  if (remedy === 'warn') return warn(missing);
  if (remedy === 'ask') throw new SetupProblem(askFor(missing));
  if (install(missing)) return;
  throw new SetupProblem(`apt-get could not install ${namesOf(missing)}: see above.`);
}

/**
 * Without them we go on, whatever happens.
 *
 * @param {readonly SystemPackage[]} missing
 * @param {boolean} mayInstall
 */
function bringOptional(missing, mayInstall) {
  const remedy = remedyFor(missing, { debianLike: isDebianLike(), root: isRoot(), mayInstall });
  if (remedy === 'ask' || (remedy === 'warn' && isDebianLike()))
    say(`some tests are left out without: ${lineToPaste(missing.map(({ name }) => name))}`);
  if (remedy !== 'install') return;
  const isKnown = (/** @type {SystemPackage} */ { name }) =>
    runQuiet('apt-cache', ['show', name]).ok;
  if (!hasPackageLists()) apt('update');
  const known = missing.filter(isKnown);
  if (known.length === 0 || install(known)) return;
  say(`apt-get could not install ${namesOf(known)}; the tests that need it are left out`);
}

/** @param {readonly SystemPackage[]} packages */
function namesOf(packages) {
  return packages.map(({ name }) => name).join(' ');
}

function isDebianLike() {
  return fs.existsSync('/etc/debian_version') && fs.existsSync('/usr/bin/apt-get');
}

function isRoot() {
  return process.getuid?.() === 0;
}

/** @param {readonly SystemPackage[]} missing */
function askFor(missing) {
  return (
    `system packages are missing:\n\n${reasonsText(missing)}\n\n` +
    'Have them installed and run the same command again, or run it with --no-system-packages to ' +
    `try without:\n\n    ${lineToPaste(missing.map(({ name }) => name))}\n`
  );
}

/** @param {readonly SystemPackage[]} missing */
function warn(missing) {
  const files = missing.map(({ library, program }) => library ?? program).join(', ');
  say(`not found on this system: ${files}`);
  if (isDebianLike()) return say(`they come with: ${lineToPaste(missing.map(({ name }) => name))}`);
  say('install them with its package manager if something fails; only Debian 12 has been tried');
}

/** @param {readonly SystemPackage[]} packages */
function install(packages) {
  say('installing system packages with apt-get (--no-system-packages leaves that to you):');
  console.log(reasonsText(packages));
  // Package lists are absent on a fresh machine, and old ones name files that are gone.
  const updated = !hasPackageLists() && apt('update');
  const names = packages.map(({ name }) => name);
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

/** @param {SystemPackage} entry */
function nameHere({ name, renamed }) {
  if (renamed === undefined || !isDebianLike()) return name;
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
