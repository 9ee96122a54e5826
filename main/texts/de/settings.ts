import { octal, type SettingFault } from '../../contract/setting-problem.ts';
import type { WorkerSettingName } from '../../contract/worker-settings.ts';
import type { settings as english, FieldName, FieldTexts } from '../en/settings.ts';
import { format } from './format.ts';

const FIELDS: Readonly<Record<FieldName, FieldTexts>> = {
  host: {
    label: 'Host',
    help: 'Name oder Adresse des Rechners, auf dem der Master läuft, etwa ci.example.org.',
  },
  port: { label: 'Port', help: 'Wo der Master auf Worker wartet; meistens 9989.' },
  useTls: {
    label: 'Mit TLS verschlüsseln',
    help: 'Für Master, die auf diesem Port ein Zertifikat vorweisen.',
  },
  connectionString: {
    label: 'Verbindungszeichenkette',
    help: 'Ein Endpunkt, wie Twisted ihn schreibt, etwa tls:host=ci.example.org:port=9989.',
    none: 'nicht gesetzt: Host und Port gelten',
  },
  proxyConnectionString: {
    label: 'Proxy',
    help: 'Ein HTTP-Proxy zwischen diesem Rechner und dem Master, etwa tcp:host=proxy:port=3128.',
    none: 'nicht gesetzt: direkte Verbindung',
  },
  protocol: {
    label: 'Protokoll',
    help: 'Perspective Broker spricht fast jeder Master.',
    choices: { pb: 'Perspective Broker', msgpack_experimental_v7: 'MessagePack (experimentell)' },
  },
  path: {
    label: 'Pfad des WebSockets',
    help: 'Für MessagePack hinter einem Webserver, der dem Master einen Pfad gibt.',
    none: 'nicht gesetzt: kein Pfad',
  },
  workerName: {
    label: 'Name des Workers',
    help: 'Wie ihn die Verantwortlichen des Projekts vergeben haben.',
  },
  password: {
    label: 'Passwort',
    help: 'Wie es die Verantwortlichen des Projekts vergeben haben.',
  },
  keepalive: {
    label: 'Lebenszeichen',
    help: 'Wie oft der Master gefragt wird, ob er noch da ist; 0 fragt nie.',
  },
  maxdelay: {
    label: 'Längste Pause zwischen Versuchen',
    help: 'Verbindungsversuche folgen anfangs schnell, dann immer seltener bis zu dieser Pause.',
  },
  maxretries: {
    label: 'Fehlversuche bis zum Aufgeben',
    help: 'Nach so vielen hintereinander hält der Worker an.',
    none: 'nicht gesetzt: versucht es immer wieder',
  },
  allowShutdown: {
    label: 'Geordnetes Herunterfahren von außen',
    help: 'Wie Programme auf diesem Rechner den Worker bitten dürfen, nach seinen Builds zu gehen. Fenster, Tray und buildtray stop --graceful dürfen es immer.',
    none: 'Nicht erlaubt',
    choices: { signal: 'Durch das Signal SIGHUP', file: 'Durch Berühren von shutdown.stamp' },
  },
  basedir: {
    label: 'Basisverzeichnis',
    help: 'Wo Builds laufen. Ein Punkt steht für das Verzeichnis von buildbot.tac und ist fast immer richtig.',
  },
  numcpus: {
    label: 'Prozessoren',
    help: 'Wie viele dem Master genannt werden; Projekte lassen danach so viele Aufträge laufen.',
    none: 'nicht gesetzt: die dieses Rechners',
  },
  umask: {
    label: 'Rechtemaske für Dateien',
    help: 'Rechte, die Dateien von Builds nicht bekommen, oktal: 022 lässt andere lesen, 077 hält sie fern.',
    none: 'nicht gesetzt: die Ihrer Sitzung',
  },
  unicodeEncoding: {
    label: 'Kodierung',
    help: 'Wie Befehlszeilen und Ausgaben geschrieben sind, etwa utf-8 oder latin-1.',
  },
  deleteLeftoverDirs: {
    label: 'Übrige Verzeichnisse entfernen',
    help: 'Löscht bei jeder Verbindung Verzeichnisse im Basisverzeichnis, die zu keinem Builder mehr gehören.',
  },
  fileAccess: {
    label: 'Dateibefehle',
    help: 'Wo Hochladen, Herunterladen und Ähnliches lesen und schreiben dürfen. Was Builds selbst ausführen, hält dies nicht auf.',
    choices: { basedir: 'Nur im Basisverzeichnis', anywhere: 'Überall, wo Sie es dürfen' },
  },
  logSize: {
    label: 'Größe einer Protokolldatei',
    help: 'Ist das Protokoll so groß, wird eine neue Datei begonnen.',
    none: 'nicht gesetzt: nie eine neue Datei',
  },
  logCount: {
    label: 'Ältere Protokolldateien',
    help: 'So viele bleiben; die ältesten werden entfernt.',
    none: 'nicht gesetzt: alle bleiben',
  },
  tlsPin: {
    label: 'Fingerabdruck des Zertifikats',
    help: 'SHA-256 des Zertifikats oder des öffentlichen Schlüssels, für Zertifikate, für die keine Stelle bürgt.',
    none: 'nicht gesetzt: Zertifizierungsstellen entscheiden',
  },
  tlsAuthorities: {
    label: 'Eigene Zertifizierungsstellen',
    help: 'Eine PEM-Datei oder ein Verzeichnis davon, das neben denen des Systems zählt.',
    none: 'nicht gesetzt: nur die des Systems',
  },
  proxyUser: {
    label: 'Benutzer am Proxy',
    help: 'Für einen Proxy, der eine Anmeldung will.',
    none: 'nicht gesetzt: keine Anmeldung',
  },
  proxyPassword: {
    label: 'Passwort am Proxy',
    help: 'Steht in buildtray.json, nur für Sie lesbar.',
  },
};

const SHAPES: Readonly<Partial<Record<WorkerSettingName, string>>> = {
  host: 'Schreiben Sie Name oder Adresse eines Rechners, ohne Port.',
  connectionString: 'Schreiben Sie eine Zeichenkette wie tls:host=ci.example.org:port=9989.',
  proxyConnectionString:
    'Schreiben Sie eine Zeichenkette wie tcp:host=proxy.example.org:port=3128.',
  unicodeEncoding: 'Schreiben Sie den Namen einer Kodierung, etwa utf-8.',
  basedir: 'Schreiben Sie den ganzen Pfad eines Verzeichnisses oder einen Punkt.',
};

function fault(problem: SettingFault): string {
  switch (problem.kind) {
    case 'needed':
      return 'Hier fehlt ein Wert.';
    case 'switch':
      return 'Dies ist an oder aus.';
    case 'choice':
      return 'Wählen Sie einen der Werte.';
    case 'number': {
      const { min, max, base } = problem;
      const shown = (value: number): string => (base === 8 ? octal(value) : format.number(value));
      return max === undefined
        ? `Schreiben Sie eine ganze Zahl, mindestens ${shown(min)}.`
        : `Schreiben Sie eine Zahl von ${shown(min)} bis ${shown(max)}.`;
    }
    case 'one-line':
      return 'Schreiben Sie eine Zeile, ohne Steuerzeichen.';
    case 'shape':
      return SHAPES[problem.name] ?? 'Dieser Wert kann nicht sein.';
  }
}

export const settings: typeof english = {
  about: (path) => `Sie stehen in ${path}; auch buildbot-worker kann damit laufen.`,
  fields: FIELDS,
  groups: {
    master: 'Master',
    extras: 'Zertifikat und Anmeldung am Proxy',
    login: 'Anmeldung',
    behaviour: 'Verbindung',
    builds: 'Builds',
    log: 'Protokoll',
  },
  units: {
    seconds: 'Sekunden',
    bytes: 'Bytes',
    tries: 'Versuche',
    processors: 'Prozessoren',
    files: 'Dateien',
  },
  fault,
  search: 'Einstellung suchen',
  nothingFound: 'Keine Einstellung enthält diese Wörter.',
  noneByDefault: 'nicht gesetzt',
  on: 'an',
  off: 'aus',
  isSet: 'gesetzt; zum Ändern tippen',
  isNotSet: 'nicht gesetzt',
  clear: (label) => `Nicht setzen: ${label}`,
  undoOne: (label) => `Rückgängig: ${label}`,
  undoAll: 'Alles verwerfen',
  changes: (count) =>
    format.plural(count, {
      one: 'Eine Änderung ist nicht gespeichert',
      other: `${count} Änderungen sind nicht gespeichert`,
    }),
  faulty: (labels) => `Kann so nicht gespeichert werden: ${format.list(labels)}`,
  way: 'Den Master erreichen über',
  byHost: 'Host und Port',
  byString: 'Verbindungszeichenkette',
  computed: (line) => `Wird in Zeile ${line} der Datei berechnet und nur dort geändert:`,
  unusable: (line) =>
    `Zeile ${line} der Datei enthält einen Wert, der nicht sein kann; die Voreinstellung gilt.`,
  changedMeanwhile:
    'Jemand anders hat die Datei geändert, seit diese Seite sie gelesen hat; es wurde nichts geschrieben. Die Seite zeigt jetzt deren Werte, darüber Ihre Änderungen: Sehen Sie nach und speichern Sie erneut.',
  file: 'buildbot.tac',
  showFile: 'buildbot.tac zeigen',
  hideFile: 'buildbot.tac verbergen',
  showChanges: 'Änderungen zeigen',
  wouldChange: 'Was das Speichern in buildbot.tac ändert; Geheimnisse sind verdeckt',
  noTextChange:
    'In buildbot.tac ändert sich nichts Sichtbares: Passwörter sind verdeckt, und manche Einstellungen stehen anderswo.',
  savedNow: 'Es gilt jetzt.',
  savedReconnect: 'Manches gilt bei der nächsten Verbindung.',
  savedRestart: 'Manches gilt, wenn der Worker neu startet.',
  waiting: 'Gespeicherte Einstellungen warten',
  notFollowed: 'Gespeichert, aber der Worker kann dem nicht folgen',
};
