import type { KeyringName, PasswordPlace } from '../../contract/worker/worker-view.ts';
import type { common as english } from '../en/common.ts';

const KEYRINGS: Readonly<Record<KeyringName, string>> = {
  macos: 'im Schlüsselbund von macOS',
  windows: 'im geschützten Speicher von Windows',
  gnome: 'im GNOME-Schlüsselbund',
  kwallet: 'in KWallet',
  other: 'im Schlüsselbund des Systems',
};

export const common: typeof english = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  save: 'Speichern',
  copy: 'Kopieren',
  copied: 'Kopiert',
  choose: 'Auswählen…',
  loading: 'Wird geladen',
  loadFailed: 'Das ließ sich nicht laden',
  retry: 'Noch einmal versuchen',
  more: 'Mehr',
  boxes: {
    directory: 'Verzeichnis des Workers wählen',
    authorities: 'Datei mit Zertifizierungsstellen wählen',
    output: 'Ausgabe speichern',
    diagnostics: 'Diagnose speichern',
  },
  help: 'Hilfe',
  showPassword: 'Passwort anzeigen',
  follow: 'Wieder mitscrollen',
  copySelection: 'Auswahl kopieren',
  copyThis: (what) => `${what} kopieren`,
  byDefault: (value) => `Vorgabe: ${value}`,
  effects: {
    'apply-live': 'gilt sofort',
    reconnect: 'gilt ab der nächsten Verbindung',
    'restart-worker': 'gilt nach einem Neustart des Workers',
  },
  savedNote: {
    saved: 'Gespeichert',
    reconnect: {
      atGap: 'Zwischen Builds neu verbinden',
      now: 'Sofort neu verbinden',
      waiting: 'Der Worker verbindet sich neu, sobald kein Build läuft.',
    },
    restart: {
      atGap: 'Zwischen Builds neu starten',
      now: 'Sofort neu starten',
      waiting: 'Der Worker startet neu, sobald kein Build läuft.',
    },
  },
  passwordPlace: (place: PasswordPlace): string => {
    if (place.kind === 'keyring') return `Das Passwort liegt ${KEYRINGS[place.keyring]}.`;
    const { path, why, isOpen } = place;
    if (isOpen) {
      return `Das Passwort liegt in ${path}; andere auf diesem Rechner können diese Datei lesen. Beheben Sie das mit: chmod 600 ${path}`;
    }
    return why === undefined
      ? `Das Passwort liegt in ${path}; nur Sie können diese Datei lesen.`
      : `Das Passwort liegt in ${path}; nur Sie können diese Datei lesen (auf diesem Desktop läuft kein entsperrter Schlüsselbund).`;
  },
};
