import { DIRECTORY, RECONNECT } from '../program/rows.ts';
import { RunError } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';
import { findWorker } from '../running-worker/find-worker.ts';
import { followDirectory } from '../running-worker/follow-directory.ts';

/** Has the running worker apply what its directory holds now, and prints what has changed. */
export const reload = verb({
  name: 'reload',
  args: [DIRECTORY],
  options: [RECONNECT],
  perform: async ([dir = '.'], { reconnect = false }, terminal) => {
    const found = await findWorker(dir);
    const { basedir } = found;
    if (found.kind === 'none') throw new RunError(({ cli }) => cli.runningWorker.noneRuns(basedir));
    if (found.kind === 'buildbot-worker') {
      throw new RunError(({ cli }) => cli.verbs.reload.readsAtStart(basedir, found.pid));
    }
    const { changed, effect } = await followDirectory(found, reconnect, terminal.words);
    terminal.print(changed);
    terminal.print(effect);
    return 0;
  },
});
