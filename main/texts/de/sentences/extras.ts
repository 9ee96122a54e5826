import type { extras as english } from '../../../lib/sentences/extras.ts';

export const extras: typeof english = {
  noPin: (text) =>
    `Der Pin „${text}“ ist kein SHA-256: Schreiben Sie sha256: und die 64 hexadezimalen Ziffern des Zertifikats oder seines öffentlichen Schlüssels.`,
  extrasWant: (path, wanted) => `${path} muss ${wanted} sein.`,
  extrasSettingWants: (path, setting, wanted) => `${path}: ${setting} muss ${wanted} sein.`,
  proxyUserHasColon: () => 'Ein Benutzername kann keinen Doppelpunkt enthalten.',
  proxyUserMissing: () => 'Zum Passwort für den Proxy gehört auch ein Benutzername.',
};
