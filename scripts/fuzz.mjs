// npm run fuzz -- banana|msgpack|tac [--minutes N] [--seed N]: random and mutated bytes for what reads the
// words of strangers, until something breaks or the time is over. Not part of the tests.
import './setup/require-node.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { binOf, runShown, SetupProblem } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';

await runCommand(() => {
  ensureReady({});
  const built = [binOf('vite'), 'build', '--config', 'fuzz/vite.config.ts', '--logLevel', 'warn'];
  if (!runShown(process.execPath, built)) throw new SetupProblem('the build failed: see above.');
  const args = ['--expose-gc', 'out/fuzz/fuzz.js', ...process.argv.slice(2)];
  return runShown(process.execPath, args) ? 0 : 1;
});
