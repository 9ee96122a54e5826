// Running a program and seeing how it ended.
import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectDir } from './places.mjs';

/** A failure whose message names what to do; shown without a stack. */
export class SetupProblem extends Error {}

/** @param {string} sentence */
export function say(sentence) {
  console.log(`buildtray: ${sentence}`);
}

/**
 * Runs a program to its end with its output on screen.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function runShown(file, args, options) {
  const ended = spawnSync(file, args, { cwd: projectDir, stdio: 'inherit', ...options });
  return ended.status === 0;
}

/**
 * Runs a program to its end and collects what it printed.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {Omit<import('node:child_process').SpawnSyncOptions, 'encoding'>} [options]
 */
export function runQuiet(file, args, options) {
  const ended = spawnSync(file, args, { cwd: projectDir, ...options, encoding: 'utf8' });
  const output = `${ended.stdout ?? ''}${ended.stderr ?? ''}`.trim();
  return { ok: ended.status === 0, timedOut: ended.signal !== null, output };
}

/**
 * As `runQuiet`, while others run.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runCollected(file, args) {
  return new Promise((resolve) => {
    const options = { cwd: projectDir, maxBuffer: 64 * 1024 * 1024 };
    execFile(file, args, options, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: `${stdout}${stderr}`.trim() }),
    );
  });
}

/**
 * The npm that runs us, or the one on PATH, as a program and its first arguments.
 *
 * @returns {{ file: string, args: string[], shell: boolean }}
 */
export function npmCommand(env = process.env, platform = process.platform) {
  const running = env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running))
    return { file: process.execPath, args: [running], shell: false };
  // Node starts a .cmd file on Windows only through the shell.
  return { file: 'npm', args: [], shell: platform === 'win32' };
}

/**
 * The JavaScript file behind a command of an installed package, to be run by this Node: no shell,
 * no search path, the same on every system.
 *
 * @param {string} packageName
 * @param {string} [command] when the package has several
 */
export function binOf(packageName, command) {
  const dir = path.join(projectDir, 'node_modules', packageName);
  const { bin } = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'));
  const name = command ?? packageName.split('/').at(-1);
  return path.join(dir, typeof bin === 'string' ? bin : bin[name ?? '']);
}

/**
 * Whether a program of that name, one that may be run, is on the search path.
 *
 * @param {string} name
 * @param {string} searchPath
 */
export function isOnPath(name, searchPath = process.env.PATH ?? '') {
  // A user's PATH often lacks the sbin folders, where some of what we look for lives.
  const dirs = [...searchPath.split(path.delimiter), '/usr/sbin', '/sbin'];
  return dirs.some((dir) => dir !== '' && isProgram(path.join(dir, name)));
}

/** @param {string} file */
function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
