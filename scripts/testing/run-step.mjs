import { spawn } from 'node:child_process';
import { projectDir } from '../setup/places.mjs';
import { say } from '../setup/run.mjs';

const STEP_TIMEOUT_MS = 60 * 60 * 1000;

/** Where the search for a free screen begins; steps that run side by side begin far from one another. */
const FIRST_SCREEN = 99;
const SCREENS_BETWEEN = 20;

/**
 * Wraps a command so that it gets a screen and a session bus of its own, whatever the machine has:
 * tests must not click in the user's session.
 *
 * @param {readonly string[]} command
 * @param {number} lane which of the steps that run side by side it is, from 0
 * @param {string} platform
 */
export function onOwnScreen(command, lane = 0, platform = process.platform) {
  if (platform !== 'linux') return [...command];
  const number = FIRST_SCREEN + lane * SCREENS_BETWEEN;
  // Without -noreset it begins again whenever its last window closes, and takes whoever just comes along.
  const screen = ['xvfb-run', '-a', '-n', `${number}`, '-s', '-screen 0 1280x900x24 -noreset'];
  return [...screen, 'dbus-run-session', '--', ...command];
}

/**
 * Runs a command to its end, in a process group of its own, so that nothing survives a step that
 * hangs or is interrupted.
 *
 * @param {readonly string[]} command
 * @param {Record<string, string | undefined>} env
 * @param {number} timeoutMs
 * @returns {Promise<boolean>} whether it ended well
 */
export function runStep([file = '', ...args], env, timeoutMs = STEP_TIMEOUT_MS) {
  const ownGroup = process.platform !== 'win32';
  const child = spawn(file, args, {
    cwd: projectDir,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: ownGroup,
  });
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      if (child.pid) process.kill(ownGroup ? -child.pid : child.pid, signal);
    } catch {
      // It has ended by itself in the meantime.
    }
  };
  const interrupt = (/** @type {NodeJS.Signals} */ signal) => {
    end(signal);
    setImmediate(() => process.exit(1)); // once every step that runs beside this one was ended, too
  };
  const timer = setTimeout(() => {
    say('this step took too long and was ended');
    end('SIGKILL');
  }, timeoutMs);
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.once(signal, interrupt);
  return new Promise((resolve) => {
    const done = (/** @type {boolean} */ endedWell) => {
      clearTimeout(timer);
      for (const signal of signals) process.removeListener(signal, interrupt);
      resolve(endedWell);
    };
    child.on('error', (error) => {
      say(`${file} could not be started: ${error.message}`);
      done(false);
    });
    child.on('exit', (code) => done(code === 0));
  });
}
