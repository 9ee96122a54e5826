import { DIRECTORY } from '../program/rows.ts';
import { verb } from '../program/verb.ts';
import { askWorker } from '../running-worker/ask-worker.ts';

/** Cancels a graceful stop or a pause that has not begun. */
export const cancel = verb({
  name: 'cancel',
  args: [DIRECTORY],
  options: [],
  perform: async ([dir = '.'], _options, terminal) => {
    await askWorker(dir, { kind: 'cancel-drain' });
    terminal.print(terminal.words.cli.verbs.cancel.goesOn);
    return 0;
  },
});
