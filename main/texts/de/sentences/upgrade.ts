import type { upgrade as english } from '../../../lib/sentences/upgrade.ts';

export const upgrade: typeof english = {
  spelledInPython3: () => 'in Python 3 geschrieben, was in Python 2 anders hieß',
  namedAsToday: () => 'mit buildbot_worker, Worker und den Namen, die dazugehören',
  addedDefaults: (settings) => `ergänzt, mit den Voreinstellungen: ${settings}`,

  isNoPython3: (place, code) =>
    `${place}: \`${code}\` ist kein Python 3, das buildbot-worker braucht; ändern Sie zuerst diese Zeile.`,
  cannotUpgrade: (path) =>
    `${path} ist so geschrieben, dass Buildtray es nicht erneuern kann; ändern Sie die Datei von Hand.`,
  tooManyOldFiles: (path, count) =>
    `${path} und ${count} weitere gibt es dort schon; entfernen Sie einige.`,
  cannotKeepOld: (path, oldPath, reason) =>
    `${path} lässt sich nicht als ${oldPath} aufheben: ${reason}.`,
};
