// npm run bench: figures of the built worker beside the Python worker's, as a table for the README.
// npm run bench -- transfers: those of files that travel alone; -- huge: 5 GB of them, ours only.
// npm run bench -- distance: those of files between a worker and a master 5 ms away.
// npm run bench -- msgpack: the first ones over MessagePack.
// npm run bench -- leftovers: those of commands beside what earlier ones left running.
// npm run bench -- log: figures of the log page's reader on a log of one gigabyte.
// npm run bench -- desktop: figures of the built app, on a screen of its own.
// npm run bench -- window: what its window costs at rest, and how soon it answers, by the builds it knows.
// npm run bench -- hour: its memory over an hour of builds; -- hour 10 over ten minutes.
import './setup/require-node.mjs';
import path from 'node:path';
import { buildIfStale } from './build/build.mjs';
import { electronEnv } from './setup/electron-runtime.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { binOf, runShown, SetupProblem } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';
import { onOwnScreen, runStep } from './testing/run-step.mjs';

const DESKTOP_TIMEOUT_MS = 3 * 60 * 60 * 1000;

await runCommand(() => {
  const isLog = process.argv[2] === 'log';
  const isDesktop = ['desktop', 'hour', 'window'].includes(process.argv[2] ?? '');
  const { interopVenv, electron } = ensureReady({
    interop: !isLog && !isDesktop,
    electron: isDesktop,
    desktopTests: isDesktop,
  });
  buildIfStale();
  const built = [binOf('vite'), 'build', '--config', 'bench/vite.config.ts', '--logLevel', 'warn'];
  if (!runShown(process.execPath, built)) throw new SetupProblem('the build failed: see above.');
  if (isLog) return runShown(process.execPath, ['out/bench/log.js']) ? 0 : 1;
  if (isDesktop) {
    const [subject, ...options] = process.argv.slice(2);
    const desktop = onOwnScreen([process.execPath, `out/bench/${subject}.js`, ...options]);
    const env = { ...process.env, ...(electron && electronEnv(electron)) };
    return runStep(desktop, env, DESKTOP_TIMEOUT_MS).then((endedWell) => (endedWell ? 0 : 1));
  }
  const python = interopVenv === undefined ? [] : [path.join(interopVenv, 'bin/buildbot-worker')];
  const only = ['transfers', 'huge', 'distance', 'msgpack', 'leftovers'].filter(
    (subject) => subject === process.argv[2],
  );
  const args = ['out/bench/bench.js', 'out/cli/buildtray.js', ...python, ...only];
  return runShown(process.execPath, args) ? 0 : 1;
});
