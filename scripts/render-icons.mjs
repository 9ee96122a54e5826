// npm run icons: draws the SVG files in assets/ as the PNG files that are kept beside them.
import './setup/require-node.mjs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { electronEnv } from './setup/electron-runtime.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { projectDir } from './setup/places.mjs';
import { runShown, SetupProblem } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';
import { onOwnScreen } from './testing/run-step.mjs';

await runCommand(() => {
  const { electron } = ensureReady({ electron: true, desktopTests: true });
  if (electron !== undefined) Object.assign(process.env, electronEnv(electron));
  const executable = createRequire(import.meta.url)('electron');
  const painter = path.join(projectDir, 'scripts/icons/painter.cjs');
  const [file = '', ...args] = onOwnScreen([executable, painter, '--no-sandbox']);
  if (!runShown(file, args)) throw new SetupProblem('the icons could not be drawn: see above.');
  return 0;
});
