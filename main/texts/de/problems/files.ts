import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const files: WordsOf<'files'> = {
  missing: ({ path }) => `${path} gibt es nicht.`,
  cannotRead: ({ path, reason }) => `${path} lässt sich nicht lesen: ${fileReasonText(reason)}.`,
  cannotList: ({ path, reason }) =>
    `Der Inhalt von ${path} lässt sich nicht auflisten: ${fileReasonText(reason)}.`,
  cannotWrite: ({ path, reason }) =>
    `${path} lässt sich nicht schreiben: ${fileReasonText(reason)}.`,
  cannotRemove: ({ path, reason }) =>
    `${path} lässt sich nicht entfernen: ${fileReasonText(reason)}.`,
  cannotUse: ({ path, reason }) => `${path} lässt sich nicht verwenden: ${fileReasonText(reason)}.`,
  cannotLookAt: ({ path, reason }) =>
    `${path} lässt sich nicht ansehen: ${fileReasonText(reason)}.`,
  cannotMakeDirectory: ({ path, reason }) =>
    `Das Verzeichnis ${path} lässt sich nicht anlegen: ${fileReasonText(reason)}.`,
  cannotKeepHistory: ({ path, reason }) =>
    `Der Verlauf der Builds in ${path} lässt sich nicht aufheben: ${fileReasonText(reason)}.`,
};
