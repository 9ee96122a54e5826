import { workerDirectory } from '../shared.ts';

export const pause = {
  help: {
    summary: 'let running builds end, then stay away from the master',
    about: [
      'The worker disconnects and connects again by itself when the time has come. Without an option it stays away until it is resumed.',
    ],
    args: { dir: workerDirectory },
    options: {
      hours: 'come back after so many hours',
      'until-tomorrow': 'come back at six in the morning',
    },
    exit: { ok: 'the worker pauses, or will', failed: 'no worker runs there, or it refuses' },
  },
  pauses: 'the worker pauses once its builds have ended',
  hoursNeedsNumber: (typed: string) =>
    `--hours needs a number of hours above 0, such as 1.5, not '${typed}'.`,
};
