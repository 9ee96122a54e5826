// Bundles the app and the command line into out/.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectDir } from '../setup/places.mjs';
import { binOf, runShown, SetupProblem } from '../setup/run.mjs';
import { listedPackages, unbundledPackages } from './licence-lists.mjs';
import { withStartLines } from './start-lines.mjs';
import { thirdPartyLicences } from './third-party-licences.mjs';

/** What the bundles are made from. */
const SOURCES = [
  'main',
  'renderer',
  'package-lock.json',
  'electron.vite.config.ts',
  'vite.cli.config.ts',
  'scripts/build',
];
const COMMAND_LINE_SOURCES = ['main', 'package-lock.json', 'vite.cli.config.ts', 'scripts/build'];

const outDir = path.join(projectDir, 'out');

// Written last, so that a build that was cut off does not count.
const stampPath = path.join(projectDir, 'out/.built');
const commandLineStampPath = path.join(projectDir, 'out/.built-cli');

export const commandLinePath = path.join(projectDir, 'out/cli/buildtray.js');

/** Bundles the app and the command line into out/. */
export function build() {
  fs.rmSync(stampPath, { force: true });
  bundle([binOf('electron-vite'), 'build']);
  buildCommandLine();
  writeLicences();
  fs.writeFileSync(stampPath, '');
}

/** Bundles what runs without Electron. */
function buildCommandLine() {
  fs.rmSync(commandLineStampPath, { force: true });
  bundle([binOf('vite'), 'build', '--config', 'vite.cli.config.ts']);
  fs.writeFileSync(commandLinePath, withStartLines(fs.readFileSync(commandLinePath, 'utf8')));
  fs.chmodSync(commandLinePath, 0o755);
  writeManPage();
  fs.writeFileSync(commandLineStampPath, '');
}

/** @param {readonly string[]} args for Node */
function bundle(args) {
  if (!runShown(process.execPath, [...args, '--logLevel', 'warn']))
    throw new SetupProblem('the build failed: see above.');
}

/** The command line prints its own, so that the page mentions nothing that is not there. */
function writeManPage() {
  const page = execFileSync(process.execPath, [commandLinePath, 'manual', 'man']);
  const dir = path.join(projectDir, 'out/man');
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(dir, 'buildtray.1'), page);
}

/** Of all that the package carries, save Electron, which brings its own. */
function writeLicences() {
  const packages = [...listedPackages(outDir), ...unbundledPackages(projectDir)];
  fs.writeFileSync(path.join(outDir, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicences(packages));
}

/** Builds unless the last build is newer than every source. */
export function buildIfStale() {
  if (hasChanged(SOURCES, stampPath)) build();
}

export function buildCommandLineIfStale() {
  if (hasChanged(COMMAND_LINE_SOURCES, commandLineStampPath)) buildCommandLine();
}

/**
 * @param {readonly string[]} sources relative to the project
 * @param {string} stamp
 */
function hasChanged(sources, stamp) {
  const builtAt = fs.statSync(stamp, { throwIfNoEntry: false })?.mtimeMs;
  return isStale(builtAt, newestChange(sources.map((name) => path.join(projectDir, name))));
}

/**
 * @param {number | undefined} builtAt
 * @param {number} changedAt
 */
export function isStale(builtAt, changedAt) {
  return builtAt === undefined || changedAt >= builtAt;
}

/**
 * When any of these files, or of the files in these folders, last changed. A folder's own time
 * counts too: it changes when a file goes away.
 *
 * @param {readonly string[]} places
 * @returns {number}
 */
export function newestChange(places) {
  let newest = 0;
  for (const place of places) {
    const stat = fs.statSync(place, { throwIfNoEntry: false });
    if (stat === undefined) continue;
    newest = Math.max(newest, stat.mtimeMs);
    if (stat.isDirectory())
      newest = Math.max(
        newest,
        newestChange(fs.readdirSync(place).map((n) => path.join(place, n))),
      );
  }
  return newest;
}
