// npm start: brings what is missing, builds what has changed, opens the app.
import './setup/require-node.mjs';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import os from 'node:os';
import { buildIfStale } from './build/build.mjs';
import { electronEnv } from './setup/electron-runtime.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { projectDir } from './setup/places.mjs';
import { SetupProblem, say } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';
import { hasScreen, namespacesForbidden, whyNoSandbox } from './setup/screen.mjs';

await runCommand(async () => {
  if (!hasScreen(process.platform, process.env))
    throw new SetupProblem(
      'there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): run `npm start` in a ' +
        'desktop session, or `xvfb-run -a npm start` for a screen that nobody sees.',
    );
  const { electron } = ensureReady({ electron: true });
  buildIfStale();
  if (electron !== undefined) Object.assign(process.env, electronEnv(electron));
  return open(['.', ...sandboxArgs(), ...process.argv.slice(2)]);
});

function sandboxArgs() {
  const why = whyNoSandbox({
    uid: process.getuid?.(),
    namespacesForbidden: namespacesForbidden(),
  });
  if (why === undefined) return [];
  say(`${why}, so Chromium's sandbox is off (--no-sandbox)`);
  return ['--no-sandbox'];
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the app's exit status
 */
function open(args) {
  // The electron package's export is the path of the executable.
  const executable = createRequire(import.meta.url)('electron');
  const app = spawn(executable, args, { cwd: projectDir, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => app.kill(signal));
  return new Promise((resolve, reject) => {
    app.on('error', reject);
    app.on('exit', (code, signal) =>
      resolve(code ?? 128 + os.constants.signals[signal ?? 'SIGHUP']),
    );
  });
}
