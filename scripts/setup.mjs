// npm run setup [-- --tests]: brings everything that `npm start`, or with --tests `npm test`, needs.
import './setup/require-node.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { say } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';

await runCommand(() => {
  const tests = process.argv.includes('--tests');
  ensureReady({
    electron: true,
    retryElectron: true,
    desktopTests: tests,
    buildTests: tests,
    interop: tests,
  });
  say('everything is in place');
  return 0;
});
