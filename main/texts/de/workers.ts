import type { workers as english } from '../en/workers.ts';

export const workers: typeof english = {
  remove: 'Worker entfernen…',
  removeTitle: (worker) => `${worker} entfernen?`,
  removeHelp:
    'Buildtray hält ihn an und vergisst ihn. Das Projekt führt seinen eigenen Eintrag weiter; sagen Sie dem Administrator Bescheid, wenn Sie nicht zurückkommen.',
  keepDirectory: (basedir) => `${basedir} bleibt und kann jederzeit wieder hinzugefügt werden.`,
  deleteDirectory: (size) =>
    size === undefined ? 'Auch das Verzeichnis löschen' : `Auch das Verzeichnis löschen (${size})`,
  removeNow: 'Entfernen',
  duplicate: 'Duplizieren…',
  duplicateTitle: (worker) => `Ein Worker wie ${worker}`,
  duplicateHelp:
    'Er übernimmt alle Einstellungen und die Rechnerinfo. Das Projekt muss ihn unter einem eigenen Namen kennen.',
  workerName: 'Name des Workers',
  password: 'Passwort',
  samePassword: 'Leer lassen, um dasselbe zu verwenden.',
  directory: 'Verzeichnis',
  duplicateNow: 'Duplizieren und verbinden',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  needsName: 'Geben Sie den Namen ein, den das Projekt dem neuen Worker gegeben hat.',
  needsDirectory:
    'Geben Sie den ganzen Pfad eines Verzeichnisses ein, das es noch nicht gibt oder das leer ist.',
  directoryIsUsed: (basedir) => `${basedir} ist nicht leer.`,
  cannotDelete: (why) => `Der Worker ist entfernt, aber sein Verzeichnis nicht. ${why}`,
  isNoWorkerDirectory: (basedir) =>
    `Der Worker ist entfernt, aber ${basedir} blieb erhalten: Es sieht nicht wie das Verzeichnis eines Workers aus.`,
};
