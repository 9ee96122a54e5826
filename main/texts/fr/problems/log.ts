import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const log: WordsOf<'log'> = {
  cannotBegin: ({ path, reason }) =>
    `Impossible de commencer un nouveau journal ${path} : ${fileReasonText(reason)}.`,
  cannotWrite: ({ path, reason }) =>
    `Impossible d’écrire dans le journal ${path} : ${fileReasonText(reason)}.`,
  cannotRotate: ({ path, reason }) =>
    `La rotation du journal ${path} a échoué : ${fileReasonText(reason)}.`,
  closed: () => 'Le journal est fermé.',
  notAPattern: ({ reason }) => `Ce n’est pas une expression régulière : ${reason}.`,
  patternTooSlow: () =>
    'Cette expression régulière prend trop de temps sur certaines lignes : simplifiez-la.',
};
