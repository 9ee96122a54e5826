// npm run setup [-- --tests] [--no-system-packages]: brings everything that `npm start`, or with --tests `npm test`, needs.
import './setup/require-node.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { say } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';
import { scriptOptions } from './setup/script-options.mjs';

await runCommand(() => {
  const { systemPackages, args } = scriptOptions(process.argv.slice(2));
  const tests = args.includes('--tests');
  ensureReady({
    electron: true,
    retryElectron: true,
    desktopTests: tests,
    buildTests: tests,
    interop: tests,
    systemPackages,
  });
  say('everything is in place');
  return 0;
});
