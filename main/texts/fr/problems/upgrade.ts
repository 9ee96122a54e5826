import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText, placeText } from './facts.ts';

export const upgrade: WordsOf<'upgrade'> = {
  spelledInPython3: () => 'ce qui était écrit pour Python 2 est réécrit en Python 3',
  namedAsToday: () =>
    'les anciens noms sont remplacés par buildbot_worker, Worker et les noms qui vont avec',
  addedDefaults: ({ settings }) => `ajoutés avec leurs valeurs par défaut : ${settings}`,

  notPython3: ({ place, code }) =>
    `${placeText(place)} : \`${code}\` n’est pas du Python 3, que buildbot-worker exige ; changez d’abord cette ligne.`,
  lacksName: ({ place, name }) =>
    `${placeText(place)} utilise \`${name}\`, que Python 3 et buildbot-worker 4.3 n’ont pas ; changez d’abord cette ligne.`,
  cannotUpgrade: ({ path }) =>
    `${path} est écrit d’une façon que Buildtray ne peut pas mettre à niveau ; modifiez-le vous-même.`,
  tooManyOldFiles: ({ path, count }) =>
    `${path} et ${count} autres existent déjà ; supprimez-en quelques-uns.`,
  cannotKeepOld: ({ path, oldPath, reason }) =>
    `Impossible de garder ${path} sous le nom ${oldPath} : ${fileReasonText(reason)}.`,
  keepsCode: ({ place, code, settings }) =>
    `${placeText(place)} calcule par \`${code}\`, et conserve : ${settings}.`,
};
