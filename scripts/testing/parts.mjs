// The parts of `npm test`, in the order in which they run.
import path from 'node:path';
import { projectDir } from '../setup/places.mjs';
import { binOf } from '../setup/run.mjs';

/**
 * @typedef {object} Part
 * @property {string} name as given to `npm test -- NAME`
 * @property {string} about
 * @property {import('../setup/ensure-ready.mjs').Needs} needs
 * @property {boolean} needsBuild
 * @property {boolean} maySkip whether a skipped test is fine in CI
 * @property {() => Step[]} steps run one after the other
 */

/**
 * @typedef {object} Step
 * @property {string[]} args for Node
 * @property {boolean} [onScreen] wants a screen and a session bus of its own
 * @property {readonly string[][]} [shards] arguments that each select a share of the tests
 * @property {number} [lanes] how many shares run side by side
 */

const script = (/** @type {string} */ name) => path.join(projectDir, 'scripts', name);
const vitest = (/** @type {string[]} */ ...args) => {
  const reporters = ['--reporter=default', `--reporter=${script('testing/vitest-reporter.mjs')}`];
  return { args: [binOf('vitest'), 'run', ...reporters, ...args] };
};
const playwright = (/** @type {string} */ project) => {
  const reporter = `--reporter=list,${script('testing/playwright-reporter.mjs')}`;
  const runner = binOf('@playwright/test', 'playwright');
  return { args: [runner, 'test', `--project=${project}`, reporter], onScreen: true };
};
// A test of a window mostly waits for it: three at once, each on a screen of its own. More shares than lanes,
// because whole files make a share and some take much longer than others.
const SHARES = 9;
const shared = {
  lanes: 3,
  shards: Array.from({ length: SHARES }, (_, nth) => [
    `--shard=${nth + 1}/${SHARES}`,
    `--output=test-results/${nth + 1}`,
  ]),
};
const packForTest = () => ({ args: [script('dist.mjs'), '--test', '--no-build'] });
const screenNeeds = { electron: true, desktopTests: true, interop: true };

/** @type {readonly Part[]} */
export const PARTS = [
  {
    name: 'check',
    about: 'types, lint, format, import directions',
    needs: {},
    needsBuild: false,
    maySkip: true,
    steps: () => [{ args: [script('check.mjs')] }],
  },
  {
    name: 'unit',
    about: 'each file by itself',
    needs: { buildTests: true },
    needsBuild: false,
    maySkip: true,
    steps: () => [vitest('test/unit')],
  },
  {
    name: 'window',
    about: 'every page on a fake of the contract, without Electron',
    needs: {},
    needsBuild: false,
    maySkip: false,
    steps: () => [vitest('--config', 'vitest.window.config.ts')],
  },
  {
    name: 'integration',
    about: 'the worker against a master of our own',
    needs: { buildTests: true },
    needsBuild: true,
    maySkip: true,
    // They wait for processes and for silence most of the time: more than processors pay.
    steps: () => [vitest('--maxWorkers=3', 'test/integration')],
  },
  {
    name: 'protection',
    about: 'a hostile build at each level of protection',
    needs: { buildTests: true },
    needsBuild: false,
    maySkip: false,
    steps: () => [vitest('test/protection')],
  },
  {
    name: 'interop',
    about: 'the worker against a real Buildbot master',
    needs: { buildTests: true, interop: true },
    needsBuild: true,
    maySkip: false,
    steps: () => [vitest('--config', 'vitest.interop.config.ts')],
  },
  {
    name: 'desktop',
    about: 'windows and tray, from the source tree',
    needs: screenNeeds,
    needsBuild: true,
    maySkip: false,
    steps: () => [{ ...playwright('desktop'), ...shared }],
  },
  {
    name: 'packaged',
    about: 'the packaged app',
    needs: screenNeeds,
    needsBuild: true,
    maySkip: false,
    steps: () => [packForTest(), playwright('packaged')],
  },
];

/**
 * The parts that were asked for, all of them by default.
 *
 * @param {readonly string[]} names
 * @returns {{ parts: readonly Part[], unknown: readonly string[] }}
 */
export function partsNamed(names) {
  const known = PARTS.map(({ name }) => name);
  return {
    parts: names.length === 0 ? PARTS : PARTS.filter(({ name }) => names.includes(name)),
    unknown: names.filter((name) => !known.includes(name)),
  };
}

/**
 * What several parts need together.
 *
 * @param {readonly Part[]} parts
 * @returns {import('../setup/ensure-ready.mjs').Needs}
 */
export function needsOf(parts) {
  return Object.assign({}, ...parts.map(({ needs }) => needs));
}
