// Bundles the app and the command line into out/.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectDir } from '../setup/places.mjs';
import { binOf, runShown, SetupProblem } from '../setup/run.mjs';

/** What the bundles are made from. */
const SOURCES = [
  'main',
  'renderer',
  'package-lock.json',
  'electron.vite.config.ts',
  'vite.cli.config.ts',
];
/** Written last, so that a build that was cut off does not count. */
const stampPath = path.join(projectDir, 'out/.built');

export function build() {
  fs.rmSync(stampPath, { force: true });
  const steps = [
    [binOf('electron-vite'), 'build'],
    [binOf('vite'), 'build', '--config', 'vite.cli.config.ts'],
  ];
  for (const step of steps)
    if (!runShown(process.execPath, [...step, '--logLevel', 'warn']))
      throw new SetupProblem('the build failed: see above.');
  writeManPage();
  fs.writeFileSync(stampPath, '');
}

/** The command line prints its own, so that the page tells of nothing that is not there. */
function writeManPage() {
  const commandLine = path.join(projectDir, 'out/cli/buildtray.js');
  const page = execFileSync(process.execPath, [commandLine, 'manual', 'man']);
  const dir = path.join(projectDir, 'out/man');
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(dir, 'buildtray.1'), page);
}

/** Builds unless the last build is newer than every source. */
export function buildIfStale() {
  const builtAt = fs.statSync(stampPath, { throwIfNoEntry: false })?.mtimeMs;
  const sources = SOURCES.map((name) => path.join(projectDir, name));
  if (isStale(builtAt, newestChange(sources))) build();
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
 * counts too: it tells of files that went away.
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
