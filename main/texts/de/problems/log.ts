import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const log: WordsOf<'log'> = {
  cannotBegin: ({ path, reason }) =>
    `Eine neue Protokolldatei ${path} lässt sich nicht beginnen: ${fileReasonText(reason)}.`,
  cannotWrite: ({ path, reason }) =>
    `Das Protokoll ${path} lässt sich nicht schreiben: ${fileReasonText(reason)}.`,
  cannotRotate: ({ path, reason }) =>
    `Die Protokolldatei ${path} lässt sich nicht wechseln: ${fileReasonText(reason)}.`,
  closed: () => 'Das Protokoll ist geschlossen.',
  notAPattern: ({ reason }) => `Das ist kein regulärer Ausdruck: ${reason}.`,
  patternTooSlow: () =>
    'Dieser reguläre Ausdruck braucht für manche Zeile zu lange: Machen Sie ihn einfacher.',
};
