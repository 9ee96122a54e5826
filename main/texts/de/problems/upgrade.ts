import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText, placeText } from './facts.ts';

export const upgrade: WordsOf<'upgrade'> = {
  spelledInPython3: () => 'in Python 3 geschrieben, was in Python 2 anders hieß',
  namedAsToday: () => 'verwendet buildbot_worker, Worker und die Namen, die dazugehören',
  addedDefaults: ({ settings }) => `mit ihren Vorgaben ergänzt: ${settings}`,

  notPython3: ({ place, code }) =>
    `${placeText(place)}: \`${code}\` ist kein Python 3, das buildbot-worker braucht; ändern Sie zuerst diese Zeile.`,
  lacksName: ({ place, name }) =>
    `${placeText(place)} verwendet \`${name}\`, das es in Python 3 und buildbot-worker 4.3 nicht gibt; ändern Sie zuerst diese Zeile.`,
  cannotUpgrade: ({ path }) =>
    `${path} ist so geschrieben, dass Buildtray es nicht aktualisieren kann; ändern Sie die Datei von Hand.`,
  tooManyOldFiles: ({ path, count }) =>
    `${path} und ${count} weitere gibt es dort schon; entfernen Sie einige.`,
  cannotKeepOld: ({ path, oldPath, reason }) =>
    `${path} lässt sich nicht als ${oldPath} aufheben: ${fileReasonText(reason)}.`,
  keepsCode: ({ place, code, settings }) =>
    `${placeText(place)} berechnet mit \`${code}\` und behält bei: ${settings}.`,
};
