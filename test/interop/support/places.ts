import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const interopDir = fileURLToPath(new URL('..', import.meta.url));
export const masterConfigPath = path.join(interopDir, 'master/master.cfg');
export const ownCommandLinePath = path.join(interopDir, '../../out/cli/buildtray.js');

/** Where Debian's packages put Buildbot's programs. */
const SYSTEM_DIR = '/usr/bin';

/**
 * Which Buildbot the master is: `pinned` is what requirements.txt names, and `system` that of the
 * distribution's packages, an older one.
 */
export type Release = 'pinned' | 'system';

/** The master's program. */
export function masterProgram(release: Release = 'pinned'): string {
  return release === 'system' ? path.join(SYSTEM_DIR, 'buildbot') : venvProgram('buildbot');
}

/** Why the distribution's Buildbot cannot be tried; undefined when it can. */
export function systemBuildbotMissing(): string | undefined {
  const program = masterProgram('system');
  if (fs.existsSync(program)) return undefined;
  return `${program} is not there: the distribution has no package python3-buildbot, or it is not installed`;
}

/** The source of the pinned Buildbot: its wheel leaves out the integration tests. */
export function buildbotSourceDir(): string {
  return path.join(venvDir(), 'source');
}

/** A program of the Python environment with a real master and worker. */
export function venvProgram(name: string): string {
  return path.join(venvDir(), 'bin', name);
}

/** `scripts/test.mjs interop` makes it. */
function venvDir(): string {
  const venv = process.env.BUILDTRAY_INTEROP_VENV;
  if (venv === undefined || venv === '')
    throw new Error(
      'BUILDTRAY_INTEROP_VENV is not set: it names a Python environment that holds what ' +
        'test/interop/requirements.txt lists',
    );
  return venv;
}

/** A fresh directory; `realpath` because builds print where they are. */
export function temporaryDir(): string {
  return fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'buildtray-interop-')));
}
