import path from 'node:path';
import { ensureRegistryNode } from './registry-node.mjs';
import { runAttached } from './run-attached.mjs';

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
  return runAttached(node, [script, ...args], envWithFirst(path.dirname(node), process.env));
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
