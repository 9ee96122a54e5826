import type { rehearse as english } from '../../../en/cli/verbs/rehearse.ts';

export const rehearse: typeof english = {
  help: {
    summary:
      'einen kleinen Build mit eigenem Master ausführen; nichts muss dafür eingerichtet werden',
    about: ['Alles bleibt auf diesem Rechner, in einem Verzeichnis, das am Ende entfernt wird.'],
    args: {},
    options: {
      quick: 'zwischen den Zeilen nicht warten',
      verbose: 'auch die Kopfzeilen der Befehle ausgeben',
    },
    exit: { ok: 'jeder Schritt endete wie vorgesehen', failed: 'einer nicht' },
  },
  begins:
    'Ein Probelauf: ein echter Build mit einem echten Worker und einem eigenen Master auf diesem Rechner.',
  connects: 'Der Worker verbindet sich mit dem Master.',
  drains: 'Geordnetes Herunterfahren ist angefordert: Der Build darf noch enden.',
  cancelling: 'Der Probelauf wird abgebrochen.',
  cancelled: 'Abgebrochen. Nichts ist zurückgeblieben.',
  allAsPlanned:
    'Der Worker ist heruntergefahren. Jeder Schritt endete wie vorgesehen, und nichts ist zurückgeblieben.\nSo leihen Sie diesen Rechner einem Projekt: buildtray create-worker, dann buildtray start.',
  notAsPlanned: (step) =>
    `Der Worker ist heruntergefahren. Der Schritt ${step} endete nicht wie vorgesehen.`,
  step: (number, count, name, about) => `[${number}/${count}] ${name}: ${about}`,
  stepEnded: (result, seconds) => `${result} (${seconds} s)`,
};
