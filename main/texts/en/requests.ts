import type { RequestLabel } from '../../contract/worker/request-rules.ts';

/** Requests to a worker, in the tray's menu and on the window's buttons. */
export const requestLabels: Readonly<Record<RequestLabel, string>> = {
  connect: 'Connect',
  tryAgain: 'Try again now',
  disconnect: 'Disconnect',
  pause: 'Pause',
  resume: 'Resume',
  shutDown: 'Shut down gracefully',
  keepWorking: 'Keep working',
  reconnectNow: 'Reconnect now…',
  stopNow: 'Stop now…',
};

/** The commands that perform one request and nothing else, by their names; with what `dir` is. */
export const requestVerbs = (workerDirectory: string) => ({
  resume: {
    help: {
      summary: 'end the pause of a worker',
      about: ['Also cancels a pause that is still waiting for running builds.'],
      args: { dir: workerDirectory },
      options: {},
      exit: {
        ok: 'the worker accepts builds',
        failed: 'no worker runs there, or it is not paused',
      },
    },
    done: 'the worker accepts builds again',
  },
  cancel: {
    help: {
      summary: 'cancel a graceful stop or a pause that is still waiting for builds',
      about: [
        'The worker reconnects as soon as nothing is running, because only then does the master send it builds again.',
      ],
      args: { dir: workerDirectory },
      options: {},
      exit: {
        ok: 'the worker keeps running',
        failed: 'no worker runs there, or it is not waiting for builds',
      },
    },
    done: 'the worker keeps accepting builds',
  },
});
