import type { RequestLabel } from '../../contract/worker/request-rules.ts';

/** Requests to a worker, in the tray's menu and on the window's buttons. */
export const requestLabels: Readonly<Record<RequestLabel, string>> = {
  connect: 'Connect',
  tryAgain: 'Try again now',
  disconnect: 'Disconnect',
  pause: 'Pause',
  resume: 'Resume',
  shutDown: 'Shut down gracefully',
  cancelPause: 'Cancel pause',
  cancelShutdown: 'Cancel shutdown',
  cancelNow: 'Cancel now…',
  stopNow: 'Stop now…',
};

/** The commands that perform one request and nothing else, by their names; with what `dir` is. */
export const requestVerbs = (workerDirectory: string) => ({
  resume: {
    help: {
      summary: 'end the pause of a worker',
      about: ['Also cancels a pause that waits for running builds.'],
      args: { dir: workerDirectory },
      options: {},
      exit: { ok: 'the worker takes builds', failed: 'no worker runs there, or it is not paused' },
    },
    done: 'the worker takes builds again',
  },
  cancel: {
    help: {
      summary: 'cancel a graceful stop or a pause that still waits for builds',
      about: [
        'The worker connects again as soon as nothing runs, since only then the master gives builds again.',
      ],
      args: { dir: workerDirectory },
      options: {},
      exit: {
        ok: 'the worker goes on',
        failed: 'no worker runs there, or it waits for no builds',
      },
    },
    done: 'the worker goes on taking builds',
  },
});
