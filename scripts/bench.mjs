// npm run bench: figures of the built worker beside the Python worker's, as a table for the README.
import './setup/require-node.mjs';
import path from 'node:path';
import { buildIfStale } from './build/build.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { binOf, runShown, SetupProblem } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';

await runCommand(() => {
  const { interopVenv } = ensureReady({ interop: true });
  buildIfStale();
  const built = [binOf('vite'), 'build', '--config', 'bench/vite.config.ts', '--logLevel', 'warn'];
  if (!runShown(process.execPath, built)) throw new SetupProblem('the build failed: see above.');
  const python = interopVenv === undefined ? [] : [path.join(interopVenv, 'bin/buildbot-worker')];
  const args = ['out/bench/bench.js', 'out/cli/buildtray.js', ...python];
  return runShown(process.execPath, args) ? 0 : 1;
});
