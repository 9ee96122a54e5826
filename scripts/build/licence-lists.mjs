// Whose work is in the bundles: Vite writes a list beside each.
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ name: string, version: string, identifier?: string, text?: string }} Package as Vite lists it */

/** Below each bundle, as the configurations of Vite say; it is not packed. */
const LIST = '.vite/licences.json';

const BUNDLES = ['main', 'preload', 'renderer', 'cli'];

/**
 * Every package that has code in a bundle.
 *
 * @param {string} outDir
 * @returns {readonly Package[]}
 */
export function listedPackages(outDir) {
  return BUNDLES.flatMap((bundle) =>
    JSON.parse(fs.readFileSync(path.join(outDir, bundle, LIST), 'utf8')),
  );
}

/**
 * The packages that are packed as they are: see `files` in electron-builder.yml.
 *
 * @param {string} projectDir
 * @returns {readonly Package[]}
 */
export function unbundledPackages(projectDir) {
  const scopeDir = path.join(projectDir, 'node_modules/@lydell');
  return fs.readdirSync(scopeDir).map((name) => packageIn(path.join(scopeDir, name)));
}

/**
 * @param {string} dir
 * @returns {Package}
 */
function packageIn(dir) {
  const about = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'));
  const file = fs.readdirSync(dir).find((name) => /^(licen[sc]e|copying)/i.test(name));
  return {
    name: about.name,
    version: about.version,
    identifier: about.license,
    ...(file && { text: fs.readFileSync(path.join(dir, file), 'utf8') }),
  };
}
