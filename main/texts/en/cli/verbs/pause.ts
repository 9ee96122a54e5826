import { workerDirectory } from '../shared.ts';

export const pause = {
  help: {
    summary: 'let running builds finish, then stay disconnected',
    about: [
      'The worker disconnects, and reconnects by itself when the time is up. Without an option, it stays disconnected until it is resumed.',
    ],
    args: { dir: workerDirectory },
    options: {
      hours: 'resume after this many hours',
      'until-tomorrow': 'resume at six in the morning',
    },
    exit: { ok: 'the worker is paused, or will be', failed: 'no worker runs there, or it refuses' },
  },
  pauses: 'the worker pauses once its builds have finished',
  hoursNeedsNumber: (typed: string) =>
    `--hours needs a number of hours above 0, such as 1.5, not '${typed}'.`,
};
