import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { projectDir } from '../setup/places.mjs';

/** @typedef {{ path: string, text: string }} SourceFile `path` from the project, with forward slashes */

/** It quotes what the rules refuse. */
const TESTS_OF_THE_RULES = 'test/unit/scripts/house.test.ts';

/** The folders that hold code. */
const FOLDERS = ['main', 'renderer', 'scripts', 'test', 'bench', 'fuzz'];

/**
 * The code that git knows or would know.
 *
 * @returns {readonly SourceFile[]}
 */
export function sourceFiles() {
  return filesOf(FOLDERS, /\.(ts|tsx|mjs|cjs|css|py)$/);
}

/**
 * The prose beside the code: README, docs, changelog.
 *
 * @returns {readonly SourceFile[]}
 */
export function documents() {
  return filesOf(['*.md'], /\.md$/);
}

/**
 * @param {readonly string[]} places for `git ls-files`
 * @param {RegExp} kind
 * @returns {readonly SourceFile[]}
 */
function filesOf(places, kind) {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...places];
  const listed = execFileSync('git', args, { cwd: projectDir, encoding: 'utf8' });
  return [...new Set(listed.split('\n'))]
    .filter((file) => kind.test(file) && !file.startsWith('test/fixtures/'))
    .filter((file) => file !== TESTS_OF_THE_RULES)
    .filter((file) => fs.existsSync(path.join(projectDir, file)))
    .map((file) => ({
      path: file,
      text: fs.readFileSync(path.join(projectDir, file), 'utf8'),
    }));
}
