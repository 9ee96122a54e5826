// A unit test stands beside what it tests by name: the logic of main/worker/bot.ts is tested in
// test/unit/main/worker/bot.test.ts.
import { parseAst } from 'vite';

/** Files whose logic is tested elsewhere for good, with the reason. */
const NEEDS_NONE = new Map([
  ['main/index.ts', 'where Electron begins: every test of test/e2e starts it'],
  ['main/windows/main-window.ts', "all of it is Electron's window: test/e2e/window.spec.ts"],
  [
    'main/windows/deny-everything-else.ts',
    "switches of Electron's: test/e2e/window.spec.ts tries each",
  ],
  ['main/app/buildtray-app.ts', 'puts the parts together: test/e2e/start.spec.ts drives the whole'],
  [
    'main/cli/worker-process/run-worker.ts',
    'a process with its signals: test/integration/command-line.test.ts runs it',
  ],
]);

/** Texts are tested as whole catalogues: that each is complete, and says what its facts say. */
const WORDS = /^main\/texts\/(de|en|fr)\//;

/** What is only seen in a window: a test in test/window shows it, one for each page. */
const SEEN = /^renderer\/.*(\.tsx|\/use-[^/]*\.ts)$/;

/** @typedef {import('./source-file.mjs').SourceFile} SourceFile */

/**
 * The files with logic that have no test of their own, and names on the list above that no longer belong there.
 *
 * @param {readonly SourceFile[]} files
 */
export function mirroredTestObjections(files, needsNone = NEEDS_NONE) {
  const paths = new Set(files.map(({ path }) => path));
  const untested = new Set(
    files
      .filter((file) => isTestedAlone(file.path) && !paths.has(testOf(file.path)) && hasLogic(file))
      .map(({ path }) => path),
  );
  return [
    ...[...untested]
      .filter((path) => !needsNone.has(path))
      .map((path) => `${path}: has logic, and no ${testOf(path)}`),
    ...[...needsNone.keys()]
      .filter((path) => !untested.has(path))
      .map((path) => `${path}: take it off the list in scripts/house/mirrored-tests.mjs`),
  ];
}

/** @param {string} path */
function isTestedAlone(path) {
  return /^(main|renderer)\/.*\.tsx?$/.test(path) && !WORDS.test(path) && !SEEN.test(path);
}

/** @param {string} path */
function testOf(path) {
  return `test/unit/${path.replace(/\.(tsx?)$/, '.test.$1')}`;
}

/** What a function does beyond naming a value: it decides, repeats, waits or catches. */
const LOGIC = new Set([
  'AwaitExpression',
  'ConditionalExpression',
  'DoWhileStatement',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'IfStatement',
  'LogicalExpression',
  'SwitchStatement',
  'TryStatement',
  'WhileStatement',
  'YieldExpression',
]);
const FUNCTION = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;

/** A body of this many statements is worth a test, even where it only goes from one to the next. */
const SEVERAL = 3;

/**
 * Whether a function of the file does more than to name a value, or has several statements. Types,
 * schemas, constants and lists have no such function.
 *
 * @param {SourceFile} file
 */
export function hasLogic({ path, text }) {
  return functionsIn(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' })).some(
    ({ body }) =>
      (body.type === 'BlockStatement' && body.body.length >= SEVERAL) ||
      nodesIn(body).some(({ type }) => LOGIC.has(type)),
  );
}

/** @typedef {{ type: string, body?: any }} Node */

/**
 * @param {unknown} root
 * @returns {readonly Node[]}
 */
function functionsIn(root) {
  return nodesIn(root).filter(({ type, body }) => FUNCTION.test(type) && body);
}

/**
 * The node and all below it.
 *
 * @param {unknown} value
 * @returns {readonly Node[]}
 */
function nodesIn(value) {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(nodesIn);
  return 'type' in value ? [/** @type {Node} */ (value), ...below] : below;
}
