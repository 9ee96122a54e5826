import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText, placeText } from './facts.ts';

/** What an upgrade of a worker's directory does, and why it cannot. */
export const upgrade: WordsOf<'upgrade'> = {
  spelledInPython3: () => 'rewrote in Python 3 what was written for Python 2',
  namedAsToday: () =>
    'replaced old names with buildbot_worker, Worker and the names that go with them',
  addedDefaults: ({ settings }) => `added with their defaults: ${settings}`,

  notPython3: ({ place, code }) =>
    `${placeText(place)}: \`${code}\` is not Python 3, which buildbot-worker requires; change this line first.`,
  lacksName: ({ place, name }) =>
    `${placeText(place)} uses \`${name}\`, which Python 3 and buildbot-worker 4.3 do not have; change this line first.`,
  cannotUpgrade: ({ path }) =>
    `${path} is written in a way that Buildtray cannot upgrade; change it by hand.`,
  tooManyOldFiles: ({ path, count }) => `${path} and ${count} more already exist; remove some.`,
  cannotKeepOld: ({ path, oldPath, reason }) =>
    `Cannot keep ${path} as ${oldPath}: ${fileReasonText(reason)}.`,
  keepsCode: ({ place, code, settings }) =>
    `${placeText(place)} computes by \`${code}\`, and keeps: ${settings}.`,
};
