// A Python environment with a real Buildbot master and worker, for the interop tests.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cacheDirFrom, projectDir } from './places.mjs';
import { runQuiet, runShown, SetupProblem, say } from './run.mjs';

const requirementsPath = path.join(projectDir, 'test/interop/requirements.txt');

/** Buildbot 4.3 asks for Python 3.9. */
const PYTHON_CHECK =
  'import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 9) else 1)';

/** Where the environment keeps the source of Buildbot: wheels leave out the integration tests. */
const SOURCE_DIR = 'source';

const WHY_PYTHON = 'tests against a real Buildbot master';

/**
 * Debian keeps `venv` apart from Python, where no file on the search path shows it.
 *
 * @returns {readonly import('./system-packages.mjs').SystemPackage[]}
 */
export function requiredPythonPackages() {
  if (isReady(interopVenvDir())) return [];
  const fit = runQuiet('python3', ['-c', PYTHON_CHECK]).ok;
  // A program of this name is never found, so the package counts as missing.
  return fit
    ? []
    : [
        { name: 'python3', program: 'python3', why: WHY_PYTHON },
        { name: 'python3-venv', program: 'python3 with venv', why: WHY_PYTHON },
      ];
}

/**
 * Named after its contents, so that another set of pins gets an environment of its own.
 *
 * @param {string} requirements the text of requirements.txt
 */
export function interopVenvDir(requirements = fs.readFileSync(requirementsPath, 'utf8')) {
  const hash = createHash('sha256').update(requirements).digest('hex').slice(0, 12);
  return path.join(cacheDirFrom(), `interop-venv-${hash}`);
}

/** Makes the environment if need be and returns its folder. */
export function ensureInteropVenv() {
  const dir = interopVenvDir();
  if (!isReady(dir)) make(dir);
  return dir;
}

/** @param {string} dir */
function isReady(dir) {
  // The interpreter is a link and dangles once that Python is gone.
  return fs.existsSync(path.join(dir, '.complete')) && fs.existsSync(path.join(dir, 'bin/python'));
}

/** @param {string} dir */
function make(dir) {
  say(`making a Python environment with Buildbot in ${dir}`);
  if (!runQuiet('python3', ['-c', PYTHON_CHECK]).ok)
    throw new SetupProblem(
      'the interop tests need Python 3.9 or newer with its venv module: install python3 and ' +
        'python3-venv (or what your system calls them) and run the same command again.',
    );
  fs.rmSync(dir, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  const python = path.join(dir, 'bin/python');
  const pip = ['-m', 'pip', 'install', '-qq', '--disable-pip-version-check'];
  const made =
    runShown('python3', ['-m', 'venv', dir]) &&
    runShown(python, [...pip, '--requirement', requirementsPath]) &&
    bringSource(python, path.join(dir, SOURCE_DIR));
  if (!made)
    throw new SetupProblem(
      'the Python environment for the interop tests could not be made: see above, fix that, and ' +
        'run the same command again.',
    );
  fs.writeFileSync(path.join(dir, '.complete'), '');
}

/**
 * Unpacks the source of the installed Buildbot.
 *
 * @param {string} python
 * @param {string} dir
 */
function bringSource(python, dir) {
  const version = runQuiet(python, ['-c', 'import buildbot; print(buildbot.version)']);
  const name = `buildbot-${version.output.trim()}`;
  // Nothing is built, but pip asks a source for what it needs, and that asks for what is installed.
  const download = ['-m', 'pip', 'download', '-qq', '--disable-pip-version-check'];
  const asSource = ['--no-deps', '--no-binary', ':all:', '--no-build-isolation'];
  return (
    version.ok &&
    runShown(python, [...download, ...asSource, '--dest', dir, name.replace('-', '==')]) &&
    runShown(python, ['-m', 'tarfile', '-e', path.join(dir, `${name}.tar.gz`), dir]) &&
    moved(path.join(dir, name, 'buildbot'), path.join(dir, 'buildbot'))
  );
}

/**
 * @param {string} from
 * @param {string} to
 */
function moved(from, to) {
  fs.renameSync(from, to);
  return true;
}
