import type { files as english } from '../../../lib/sentences/files.ts';

export const files: typeof english = {
  pathMissing: (path) => `${path} gibt es nicht.`,
  parentMissing: (path) => `${path} gibt es nicht`,
  cannotRead: (path, reason) => `${path} lässt sich nicht lesen: ${reason}.`,
  cannotList: (path, reason) => `Der Inhalt von ${path} lässt sich nicht auflisten: ${reason}.`,
  cannotWrite: (path, reason) => `${path} lässt sich nicht schreiben: ${reason}.`,
  cannotRemove: (path, reason) => `${path} lässt sich nicht entfernen: ${reason}.`,
  cannotUse: (path, reason) => `${path} lässt sich nicht verwenden: ${reason}.`,
  cannotLookAt: (path, reason) => `${path} lässt sich nicht ansehen: ${reason}.`,
  cannotMakeDirectory: (path, reason) =>
    `Das Verzeichnis ${path} lässt sich nicht anlegen: ${reason}.`,
  fileIsNoDirectory: () => 'es ist kein Verzeichnis',
};
