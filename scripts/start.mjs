// npm start [-- --no-system-packages]: brings what is missing, builds what has changed, opens the
// app; without a screen, shows a whole build in the terminal.
import './setup/require-node.mjs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildCommandLineIfStale, buildIfStale, commandLinePath } from './build/build.mjs';
import { electronEnv } from './setup/electron-runtime.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { projectDir } from './setup/places.mjs';
import { say } from './setup/run.mjs';
import { runAttached } from './setup/run-attached.mjs';
import { runCommand } from './setup/run-command.mjs';
import { hasScreen, namespacesForbidden, whyNoSandbox } from './setup/screen.mjs';
import { scriptOptions } from './setup/script-options.mjs';

await runCommand(() => {
  const { systemPackages, args } = scriptOptions(process.argv.slice(2));
  return hasScreen(process.platform, process.env) ? openApp(systemPackages, args) : rehearse();
});

/**
 * @param {boolean} systemPackages
 * @param {readonly string[]} args
 * @returns {Promise<number>} the app's exit status
 */
function openApp(systemPackages, args) {
  const { electron } = ensureReady({ electron: true, systemPackages });
  buildIfStale();
  if (electron !== undefined) Object.assign(process.env, electronEnv(electron));
  // The electron package's export is the path of the executable.
  const executable = createRequire(import.meta.url)('electron');
  return runAttached(executable, ['.', ...sandboxArgs(), ...args]);
}

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
 * A real build by the real worker, for which no screen is needed and no system package.
 *
 * @returns {Promise<number>} the rehearsal's exit status
 */
async function rehearse() {
  say('no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the rehearsal instead');
  ensureReady({});
  buildCommandLineIfStale();
  const status = await runAttached(process.execPath, [commandLinePath, 'rehearse']);
  const shown = path.relative(projectDir, commandLinePath);
  console.log(`
For the window and the tray icon, run \`npm start\` in a desktop session, or
\`xvfb-run -a npm start\` for a screen that nobody sees.
Everything else works without a screen: \`${shownNode()} ${shown} --help\`.`);
  return status;
}

/** How to name this Node on a command line: it may be one that is on no search path. */
function shownNode() {
  return process.env.npm_node_execpath === process.execPath ? 'node' : process.execPath;
}
