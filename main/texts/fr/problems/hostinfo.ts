import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const hostinfo: WordsOf<'hostinfo'> = {
  notAName: ({ name }) => `« ${name} » n’est pas un nom de fichier pour info/.`,
  tooLong: ({ limitBytes }) => `Le texte dépasse les ${limitBytes} octets qu’un master accepte.`,
  notSent: ({ path, reason }) => `${path} n’est pas envoyé au master : ${fileReasonText(reason)}.`,
  cannotCopy: ({ basedir, reason }) =>
    `Les infos machine n’ont pas pu être copiées dans ${basedir} : ${fileReasonText(reason)}.`,
  isLink: ({ path, target }) =>
    `${path} est un lien vers ${target}, que d’autres workers partagent peut-être : choisissez de modifier ce fichier ou de remplacer le lien.`,
};
