import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const control: WordsOf<'control'> = {
  cannotAsk: ({ basedir, reason }) =>
    `Impossible d’interroger le worker dans ${basedir} : ${fileReasonText(reason)}.`,
  runsAsOtherUser: ({ basedir }) =>
    `Impossible d’interroger le worker dans ${basedir} : il tourne sous un autre utilisateur (EACCES).`,
  noAnswer: ({ basedir }) => `Le worker dans ${basedir} ne répond pas.`,
  closedConnection: ({ basedir }) => `Le worker dans ${basedir} a fermé la connexion.`,
  otherVersion: ({ basedir }) =>
    `Le worker dans ${basedir} tourne avec une autre version de Buildtray : utilisez la ligne de commande de cette version.`,
  hasJustBegun: () => 'Le worker vient seulement de démarrer : réessayez.',
  cannotListen: ({ basedir, reason }) =>
    `Personne ne peut interroger ce worker sur son état : impossible d’écouter dans ${basedir} : ${fileReasonText(reason)}.`,
};
