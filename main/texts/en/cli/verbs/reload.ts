import { wordsOfEffect } from '../../../../worker-settings/change-effect.ts';
import { reconnect, workerDirectory } from '../shared.ts';

export const reload = {
  help: {
    summary: 'have the running worker apply what its directory says now',
    about: [
      `Reads buildbot.tac and buildtray.json again, and prints what has changed. Take effect at once: ${wordsOfEffect('apply-live').join(', ')}. When the worker is restarted: ${wordsOfEffect('restart-worker').join(', ')}. At the next connection: everything else.`,
      'With --reconnect that connection comes as soon as no build runs.',
    ],
    args: { dir: workerDirectory },
    options: { reconnect },
    exit: {
      ok: 'the worker applies it, or will',
      failed: 'no worker runs there, or it cannot run with what the directory says',
    },
  },
  readsAtStart: (basedir: string, pid: number) =>
    `${basedir} is run by buildbot-worker (process ${pid}), which reads its settings only when it starts.`,
  nothingChanged: 'nothing has changed',
  changed: (names: readonly string[]) => `changed: ${names.join(', ')}`,
  /** What becomes of the changes, by the strongest of their effects. */
  effects: {
    nothing: 'the worker does what its directory says',
    'apply-live': 'all of it takes effect now',
    reconnect: 'some of it waits for the next connection: buildtray reload --reconnect',
    'restart-worker':
      'some of it waits until the worker starts again: buildtray restart --graceful',
  },
};
