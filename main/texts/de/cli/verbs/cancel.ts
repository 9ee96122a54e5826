import type { cancel as english } from '../../../en/cli/verbs/cancel.ts';
import { workerDirectory } from '../shared.ts';

export const cancel: typeof english = {
  help: {
    summary:
      'ein geordnetes Herunterfahren oder eine Pause abbrechen, solange noch auf Builds gewartet wird',
    about: [
      'Der Worker verbindet sich neu, sobald nichts läuft, denn erst dann gibt ihm der Master wieder Builds.',
    ],
    args: { dir: workerDirectory },
    options: {},
    exit: { ok: 'der Worker läuft weiter', failed: 'dort läuft kein Worker' },
  },
  goesOn: 'der Worker nimmt weiter Builds an',
};
