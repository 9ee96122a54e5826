import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const rehearsal: WordsOf<'rehearsal'> = {
  cannotMake: ({ reason }) =>
    `Impossible de créer un répertoire pour la répétition : ${fileReasonText(reason)}.`,
  unreached: ({ peer }) => `Le worker n’a pas joint le master de la répétition à ${peer}.`,
  notLeaving: () => 'On a demandé au worker de s’arrêter en douceur, et il n’est pas parti.',
  notRemoved: ({ reason }) =>
    `La répétition n’a pas pu être entièrement supprimée : ${fileReasonText(reason)}.`,
  earlierNotRemoved: ({ parentDir, reason }) =>
    `Une répétition antérieure dans ${parentDir} n’a pas pu être entièrement supprimée : ${fileReasonText(reason)}.`,
};
