// The npm packages: present, and those of package-lock.json.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { notesDir, projectDir } from './places.mjs';
import { npmCommand, runShown, SetupProblem, say } from './run.mjs';

const stampPath = path.join(notesDir, 'package-lock.sha256');

/** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lock */

/** Makes node_modules what package-lock.json says; quick when it already is. */
export function ensureNodePackages() {
  const lockText = fs.readFileSync(path.join(projectDir, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lockText).digest('hex');
  if (readIfThere(stampPath) === hash) return;
  // Somebody may have run npm by hand: npm notes what it installed in a lock file of its own.
  const installed = readIfThere(path.join(projectDir, 'node_modules/.package-lock.json'));
  const why = whyInstall(JSON.parse(lockText), installed && JSON.parse(installed), isThere);
  if (why !== undefined) install(why);
  fs.mkdirSync(notesDir, { recursive: true });
  fs.writeFileSync(stampPath, hash);
}

/**
 * Says why `npm ci` has to run, or undefined when node_modules holds what the lock file asks for.
 *
 * @param {Lock} required package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 * @param {(place: string) => boolean} isThere whether that folder exists: npm's note may be that of
 *   another copy of the tree, or of an installation that was cut off
 */
export function whyInstall(required, installed, isThere) {
  if (installed === undefined) return 'node_modules is missing';
  for (const [place, entry] of Object.entries(required.packages)) {
    if (place === '') continue;
    const present = installed.packages[place];
    // Optional packages are mostly those for other systems.
    if (present === undefined && entry.optional) continue;
    if (present === undefined || !isThere(place)) return `${place} is missing`;
    if (present.version !== entry.version || present.integrity !== entry.integrity)
      return `${place} is another version`;
  }
  const surplus = Object.keys(installed.packages).find((place) => !(place in required.packages));
  return surplus && `${surplus} is no longer required`;
}

/** @param {string} place from the project, as in `node_modules/zod` */
function isThere(place) {
  return fs.existsSync(path.join(projectDir, place));
}

/** @param {string} why */
function install(why) {
  say(`npm ci (${why})`);
  const npm = npmCommand();
  // Errors only: warnings about the packages of packages are nothing that a newcomer can act on.
  const args = [...npm.args, 'ci', '--loglevel=error', '--no-audit', '--no-fund'];
  if (!runShown(npm.file, args, { shell: npm.shell }))
    throw new SetupProblem('`npm ci` failed: see above, fix that, and run the same command again.');
}

/** @param {string} file */
function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}
