import type { WordsOf } from '../../problem-words.ts';
import { expectedText } from './facts.ts';

export const extras: WordsOf<'extras'> = {
  notAPin: ({ text }) =>
    `Der Pin „${text}“ ist kein SHA-256: Schreiben Sie sha256: und die 64 hexadezimalen Ziffern des Zertifikats oder seines öffentlichen Schlüssels.`,
  notJson: ({ path }) =>
    `${path} ist kein gültiges JSON: Bringen Sie die Datei in Ordnung, oder entfernen Sie sie und geben Sie Zertifikat und Anmeldung am Proxy neu ein.`,
  mustBe: ({ path, expected }) => `${path} muss ${expectedText(expected)} sein.`,
  othersMayRead: ({ path }) =>
    `Andere auf diesem Rechner können das Passwort für den Proxy in ${path} lesen. Beheben Sie das mit: chmod 600 ${path}`,
};
