import { spawn } from 'node:child_process';
import os from 'node:os';
import { projectDir } from './places.mjs';

/**
 * Runs a program to its end on this terminal, passing on the signals that this process receives.
 * Also runs on an old Node: see registry-node.mjs.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>} its exit status; 128 and the signal's number when a signal ended it
 */
export function runAttached(file, args, env = process.env) {
  const child = spawn(file, args, { cwd: projectDir, env, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(code === null ? 128 + os.constants.signals[signal || 'SIGHUP'] : code),
    );
  });
}
