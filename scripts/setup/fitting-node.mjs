import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { projectDir } from './places.mjs';
import { ensureRegistryNode } from './registry-node.mjs';

/**
 * Runs a script to its end with a Node that fits, fetched if need be, for it and for every program
 * that it starts.
 *
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit status
 */
export function runWithFittingNode(script, args) {
  const node = ensureRegistryNode();
  const env = envWithFirst(path.dirname(node), process.env);
  const child = spawn(node, [script, ...args], { cwd: projectDir, env, stdio: 'inherit' });
  // A terminal sends Ctrl+C to both; what was meant for this process alone has to arrive there.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(code === null ? 128 + os.constants.signals[signal || 'SIGHUP'] : code),
    );
  });
}

/**
 * An environment whose search path begins with a folder. Windows writes the variable's name in
 * several ways, and two of them beside each other would be a matter of luck.
 *
 * @param {string} dir
 * @param {Record<string, string | undefined>} env
 */
export function envWithFirst(dir, env, delimiter = path.delimiter) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') || 'PATH';
  return { ...env, [name]: [dir, env[name]].filter(Boolean).join(delimiter) };
}
