import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const control: WordsOf<'control'> = {
  cannotAsk: ({ basedir, reason }) =>
    `Der Worker in ${basedir} lässt sich nicht fragen: ${fileReasonText(reason)}.`,
  runsAsOtherUser: ({ basedir }) =>
    `Der Worker in ${basedir} lässt sich nicht fragen: Er läuft unter einem anderen Benutzer (EACCES).`,
  noAnswer: ({ basedir }) => `Der Worker in ${basedir} antwortet nicht.`,
  closedConnection: ({ basedir }) => `Der Worker in ${basedir} hat die Verbindung beendet.`,
  otherVersion: ({ basedir }) =>
    `Der Worker in ${basedir} läuft unter einer anderen Version von Buildtray: Verwenden Sie deren Befehlszeile.`,
  hasJustBegun: () => 'Der Worker hat gerade erst begonnen: Fragen Sie ihn noch einmal.',
  cannotListen: ({ basedir, reason }) =>
    `Niemand kann diesen Worker nach seinem Zustand fragen, denn in ${basedir} lässt sich kein Socket öffnen: ${fileReasonText(reason)}.`,
};
