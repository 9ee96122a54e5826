import type { extras as english } from '../../../lib/sentences/extras.ts';

export const extras: typeof english = {
  noPin: (text) =>
    `Der Pin „${text}“ ist kein SHA-256: Schreiben Sie sha256: und die 64 hexadezimalen Ziffern des Zertifikats oder seines öffentlichen Schlüssels.`,
  extrasAreNoJson: (path) =>
    `${path} ist kein gültiges JSON: Bringen Sie die Datei in Ordnung, oder entfernen Sie sie und geben Sie Zertifikat und Anmeldung am Proxy neu ein.`,
  extrasWant: (path, wanted) => `${path} muss ${wanted} sein.`,
  proxyUserHasColon: () => 'Ein Benutzername kann keinen Doppelpunkt enthalten.',
  proxyUserMissing: () => 'Zum Passwort für den Proxy gehört auch ein Benutzername.',
};
