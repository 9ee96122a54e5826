import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const hostinfo: WordsOf<'hostinfo'> = {
  notAName: ({ name }) => `„${name}“ kann in info/ kein Dateiname sein.`,
  tooLong: ({ limitBytes }) =>
    `Der Text ist länger als die ${limitBytes} Bytes, die ein Master annimmt.`,
  notSent: ({ path, reason }) =>
    `${path} wird dem Master nicht geschickt: ${fileReasonText(reason)}.`,
  cannotCopy: ({ basedir, reason }) =>
    `Die Rechnerinfo ließ sich nicht nach ${basedir} kopieren: ${fileReasonText(reason)}.`,
  isLink: ({ path, target }) =>
    `${path} ist ein Verweis auf ${target}; andere Worker können diese Datei mitbenutzen: Wählen Sie, ob sie geändert oder der Verweis ersetzt wird.`,
};
