import type {
  requestLabels as englishLabels,
  requestVerbs as englishVerbs,
} from '../en/requests.ts';

export const requestLabels: typeof englishLabels = {
  connect: 'Verbinden',
  tryAgain: 'Jetzt neu versuchen',
  disconnect: 'Trennen',
  pause: 'Pausieren',
  resume: 'Fortsetzen',
  shutDown: 'Geordnet herunterfahren',
  keepWorking: 'Weiterarbeiten',
  reconnectNow: 'Sofort neu verbinden…',
  stopNow: 'Sofort anhalten…',
};

export const requestVerbs: typeof englishVerbs = (workerDirectory) => ({
  resume: {
    help: {
      summary: 'die Pause eines Workers beenden',
      about: ['Bricht auch eine Pause ab, die noch auf laufende Builds wartet.'],
      args: { dir: workerDirectory },
      options: {},
      exit: {
        ok: 'der Worker nimmt Builds an',
        failed: 'dort läuft kein Worker, oder er macht keine Pause',
      },
    },
    done: 'der Worker nimmt wieder Builds an',
  },
  cancel: {
    help: {
      summary:
        'ein geordnetes Herunterfahren oder eine Pause abbrechen, solange noch auf Builds gewartet wird',
      about: [
        'Der Worker verbindet sich neu, sobald nichts läuft, denn erst dann gibt ihm der Master wieder Builds.',
      ],
      args: { dir: workerDirectory },
      options: {},
      exit: {
        ok: 'der Worker läuft weiter',
        failed: 'dort läuft kein Worker, oder er wartet auf keine Builds',
      },
    },
    done: 'der Worker nimmt weiter Builds an',
  },
});
