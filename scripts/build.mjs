// npm run build: bundles the app and the command line into out/.
import './setup/require-node.mjs';
import { build } from './build/build.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { runCommand } from './setup/run-command.mjs';

await runCommand(() => {
  ensureReady({});
  build();
  return 0;
});
