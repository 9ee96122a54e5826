// npm run screenshots [-- PLAYWRIGHT'S ARGUMENTS]: takes the pictures of assets/screenshots again. Look at each that
// has changed before it is committed: the tests compare the window with them.
import './setup/require-node.mjs';
import { electronEnv } from './setup/electron-runtime.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { binOf } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';
import { onOwnScreen, runStep } from './testing/run-step.mjs';

await runCommand(async () => {
  const { electron } = ensureReady({ electron: true, desktopTests: true });
  const runner = binOf('@playwright/test', 'playwright');
  const args = ['test', '--project=desktop', '--reporter=list', '--update-snapshots=changed'];
  const command = [process.execPath, runner, ...args, 'pictures/', ...process.argv.slice(2)];
  const env = { ...process.env, ...(electron && electronEnv(electron)) };
  return (await runStep(onOwnScreen(command), env)) ? 0 : 1;
});
