import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const files: WordsOf<'files'> = {
  missing: ({ path }) => `${path} n’existe pas.`,
  cannotRead: ({ path, reason }) => `Impossible de lire ${path} : ${fileReasonText(reason)}.`,
  cannotList: ({ path, reason }) => `Impossible de lister ${path} : ${fileReasonText(reason)}.`,
  cannotWrite: ({ path, reason }) => `Impossible d’écrire ${path} : ${fileReasonText(reason)}.`,
  cannotRemove: ({ path, reason }) =>
    `Impossible de supprimer ${path} : ${fileReasonText(reason)}.`,
  cannotUse: ({ path, reason }) => `Impossible d’utiliser ${path} : ${fileReasonText(reason)}.`,
  cannotLookAt: ({ path, reason }) => `Impossible d’accéder à ${path} : ${fileReasonText(reason)}.`,
  cannotMakeDirectory: ({ path, reason }) =>
    `Impossible de créer le répertoire ${path} : ${fileReasonText(reason)}.`,
  cannotKeepHistory: ({ path, reason }) =>
    `L’historique des builds dans ${path} ne peut pas être conservé : ${fileReasonText(reason)}.`,
};
