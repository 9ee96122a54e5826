import {
  type DirectoryUpgrade,
  upgradeDirectory,
} from '../../basedir/upgrade/upgrade-directory.ts';
import type { Words } from '../../texts/words.ts';
import { DIRECTORY, DRY_RUN, QUIET } from '../program/rows.ts';
import { runErrorOf } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';

/** Brings a worker's directory up to date and prints what was done, or what would be. */
export const upgradeWorker = verb({
  name: 'upgrade-worker',
  args: [DIRECTORY],
  options: [DRY_RUN, QUIET],
  perform: async ([dir = '.'], { dryRun: isDryRun = false, quiet }, terminal) => {
    const upgraded = await upgradeDirectory(dir, { isDryRun });
    if (!upgraded.ok) throw runErrorOf(upgraded.problem);
    if (isDryRun) terminal.write(upgraded.value.diff);
    if (quiet) return 0;
    for (const line of upgradeLines(upgraded.value, isDryRun, terminal.words)) terminal.print(line);
    return 0;
  },
});

function upgradeLines(
  { tacPath, diff, oldPath, steps, notes }: DirectoryUpgrade,
  isDryRun: boolean,
  { app, cli }: Words,
): readonly string[] {
  const texts = cli.verbs['upgrade-worker'];
  const kept = notes.map((note) => app.say(note));
  if (diff === '') return [...kept, texts.upToDate(tacPath)];
  const done = steps.map((step) => (isDryRun ? texts.wouldDo(app.say(step)) : app.say(step)));
  const last = isDryRun ? texts.nothingWritten : texts.upgraded(tacPath, oldPath ?? '');
  return [...done, ...kept, last];
}
