import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const rehearsal: WordsOf<'rehearsal'> = {
  cannotMake: ({ reason }) =>
    `Für den Probelauf lässt sich kein Verzeichnis anlegen: ${fileReasonText(reason)}.`,
  unreached: ({ peer }) => `Der Worker hat den Master des Probelaufs auf ${peer} nicht erreicht.`,
  notLeaving: () => 'Der Worker sollte geordnet herunterfahren und ist nicht gegangen.',
  notRemoved: ({ reason }) =>
    `Der Probelauf ließ sich nicht ganz entfernen: ${fileReasonText(reason)}.`,
  earlierNotRemoved: ({ parentDir, reason }) =>
    `Ein früherer Probelauf in ${parentDir} ließ sich nicht ganz entfernen: ${fileReasonText(reason)}.`,
};
