import { wordsOfEffect } from '../../../../worker-settings/change-effect.ts';
import { reconnect, workerDirectory } from '../shared.ts';

export const reload = {
  help: {
    summary: 'have the running worker apply the current settings of its directory',
    about: [
      `Reads buildbot.tac and buildtray.json again, and prints what has changed. These take effect at once: ${wordsOfEffect('apply-live').join(', ')}. These take effect when the worker restarts: ${wordsOfEffect('restart-worker').join(', ')}. Everything else takes effect at the next connection.`,
      'With --reconnect, that connection is made as soon as no build is running.',
    ],
    args: { dir: workerDirectory },
    options: { reconnect },
    exit: {
      ok: 'the worker applies the settings, or will',
      failed: 'no worker runs there, or it cannot run with these settings',
    },
  },
  readsAtStart: (basedir: string, pid: number) =>
    `${basedir} is run by buildbot-worker (process ${pid}), which reads its settings only when it starts.`,
  nothingChanged: 'nothing has changed',
  changed: (names: readonly string[]) => `changed: ${names.join(', ')}`,
  /** What becomes of the changes, by the strongest of their effects. */
  effects: {
    nothing: 'the worker runs with the settings of its directory',
    'apply-live': 'all of the changes take effect now',
    reconnect: 'some of the changes wait for the next connection: buildtray reload --reconnect',
    'restart-worker':
      'some of the changes wait until the worker restarts: buildtray restart --graceful',
  },
};
