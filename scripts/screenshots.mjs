// npm run screenshots: takes a picture of every page, light and dark, into assets/screenshots.
import './setup/require-node.mjs';
import { build } from './build/build.mjs';
import { electronEnv } from './setup/electron-runtime.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { binOf } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';
import { onOwnScreen, runStep } from './testing/run-step.mjs';

await runCommand(async () => {
  const { electron } = ensureReady({ electron: true, desktopTests: true });
  build();
  const runner = binOf('@playwright/test', 'playwright');
  const command = [process.execPath, runner, 'test', '--project=pictures', '--reporter=list'];
  const env = {
    BUILDTRAY_PICTURES_PORT: '9989',
    ...process.env,
    ...(electron && electronEnv(electron)),
  };
  return (await runStep(onOwnScreen(command), env)) ? 0 : 1;
});
