// npm run check: types of every room, lint, format, unused code, import directions, and how the
// house is kept.
import './setup/require-node.mjs';
import fs from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ensureReady } from './setup/ensure-ready.mjs';
import { projectDir } from './setup/places.mjs';
import { binOf, runCollected } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';

/** @typedef {{ name: string, args: string[] }} Step */

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

await runCommand(async () => {
  ensureReady({});
  const failed = await failedOf(steps());
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
 * As many at once as there are processors: most of them use one.
 *
 * @param {readonly Step[]} all
 */
async function failedOf(all) {
  const left = [...all];
  const /** @type {Step[]} */ failed = [];
  const lane = async () => {
    for (let step = left.shift(); step; step = left.shift()) {
      if (!(await passes(step))) failed.push(step);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return failed;
}

/**
 * What a step prints is shown in one piece.
 *
 * @param {Step} step
 */
async function passes({ name, args }) {
  const { ok, output } = await runCollected(process.execPath, args);
  console.log(`check: ${name}`);
  if (output !== '') console.log(output);
  return ok;
}

/** @param {readonly { name: string }[]} failed */
function namesOf(failed) {
  return failed.map(({ name }) => name).join(', ');
}
