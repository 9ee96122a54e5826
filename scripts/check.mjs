// npm run check: types of every room, lint, format, unused code, import directions, and how the
// house is kept.
import './setup/require-node.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { ensureReady } from './setup/ensure-ready.mjs';
import { projectDir } from './setup/places.mjs';
import { binOf, runShown } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';

/** Each room that differs in what the compiler may know of: Node, the DOM, Electron. */
const TYPE_PROJECTS = [
  '.',
  'main/contract',
  'main/worker-settings',
  'renderer',
  'renderer/preload',
  'test/unit/renderer',
  'test/window',
  'test/e2e',
  'scripts',
];

const CODE = ['main', 'renderer', 'scripts', 'bench', 'fuzz', 'test'];

const scriptAt = (/** @type {string} */ name) => path.join(projectDir, 'scripts', name);

await runCommand(() => {
  ensureReady({});
  const failed = steps().filter(({ name, args }) => !step(name, args));
  console.log(failed.length === 0 ? 'check: all passed' : `check: see ${namesOf(failed)} above`);
  return failed.length === 0 ? 0 : 1;
});

function steps() {
  const types = TYPE_PROJECTS.filter(hasConfig).map((dir) => ({
    name: `types (${dir === '.' ? 'main, tests' : dir})`,
    args: [binOf('typescript', 'tsc'), '-p', dir],
  }));
  return [
    ...types,
    { name: 'lint and format', args: [binOf('@biomejs/biome'), 'check', '--error-on-warnings'] },
    {
      name: 'objects printed as text',
      args: [binOf('oxlint'), '--type-aware', '--quiet', ...CODE],
    },
    {
      name: 'unused code',
      args: [binOf('knip'), '--no-progress', '--no-config-hints'],
    },
    { name: 'names, words and folders', args: [scriptAt('house.mjs')] },
    { name: 'what a change touches', args: [scriptAt('touches.mjs')] },
    {
      name: 'import directions',
      args: [binOf('vitest'), 'run', '--reporter=dot', 'test/unit/rooms.test.ts'],
    },
  ];
}

/** @param {string} dir */
function hasConfig(dir) {
  return fs.existsSync(path.join(projectDir, dir, 'tsconfig.json'));
}

/**
 * @param {string} name
 * @param {string[]} args
 */
function step(name, args) {
  console.log(`check: ${name}`);
  return runShown(process.execPath, args);
}

/** @param {readonly { name: string }[]} failed */
function namesOf(failed) {
  return failed.map(({ name }) => name).join(', ');
}
