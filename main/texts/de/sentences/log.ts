import type { log as english } from '../../../lib/sentences/log.ts';

export const log: typeof english = {
  cannotBeginLog: (path, reason) =>
    `Eine neue Protokolldatei ${path} lässt sich nicht beginnen: ${reason}.`,
  logUnwritten: (path, reason) => `Das Protokoll ${path} lässt sich nicht schreiben: ${reason}.`,
  logUnrotated: (path, reason) =>
    `Die Protokolldatei ${path} lässt sich nicht wechseln: ${reason}.`,
  logIsClosed: () => 'Das Protokoll ist geschlossen.',
  noPattern: (reason) => `Das ist kein regulärer Ausdruck: ${reason}.`,
  patternTooSlow: () =>
    'Dieser reguläre Ausdruck braucht für manche Zeile zu lange: Machen Sie ihn einfacher.',
};
