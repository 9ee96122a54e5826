import type { rehearsal as english } from '../../../lib/sentences/rehearsal.ts';

export const rehearsal: typeof english = {
  cannotMakeRehearsal: (reason) =>
    `Für den Probelauf lässt sich kein Verzeichnis anlegen: ${reason}.`,
  rehearsalUnreached: (peer) =>
    `Der Worker hat den Master des Probelaufs auf ${peer} nicht erreicht.`,
  rehearsalUnreachedSince: (peer, why) =>
    `Der Worker hat den Master des Probelaufs auf ${peer} nicht erreicht. ${why}`,
  rehearsalStays: () => 'Der Worker sollte geordnet herunterfahren und ist nicht gegangen.',
  rehearsalRemains: (reason) => `Der Probelauf ließ sich nicht ganz entfernen: ${reason}.`,
};
