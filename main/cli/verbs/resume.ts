import { DIRECTORY } from '../program/rows.ts';
import { verb } from '../program/verb.ts';
import { askWorker } from '../running-worker/ask-worker.ts';

/** Ends a pause, or cancels one that waits for builds. */
export const resume = verb({
  name: 'resume',
  args: [DIRECTORY],
  options: [],
  perform: async ([dir = '.'], _options, terminal) => {
    await askWorker(dir, { kind: 'resume' });
    terminal.print(terminal.words.cli.verbs.resume.takesBuilds);
    return 0;
  },
});
