import { type MasterFault, octal, type SettingFault } from '../../worker-settings/setting-fault.ts';
import type { WorkerSettingName } from '../../worker-settings/settings-table.ts';
import type { settings as english, FieldName, FieldTexts } from '../en/settings.ts';
import { format } from './format.ts';
import { expectedText } from './problems/facts.ts';

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
    label: 'Verbindungszeichenfolge',
    help: 'Ein Client-Endpunkt von Twisted, etwa tls:host=ci.example.org:port=9989.',
    none: 'nicht gesetzt: Host und Port gelten',
  },
  proxyConnectionString: {
    label: 'Proxy',
    help: 'Ein HTTP-Proxy zwischen diesem Rechner und dem Master, etwa tcp:host=proxy:port=3128.',
    none: 'nicht gesetzt: direkte Verbindung',
  },
  protocol: {
    label: 'Netzwerkprotokoll',
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
    help: 'Wie ihn der Administrator des Projekts vergeben hat.',
  },
  password: {
    label: 'Passwort',
    help: 'Wie es der Administrator des Projekts vergeben hat.',
  },
  keepalive: {
    label: 'Lebenszeichen',
    help: 'Wie oft der Master gefragt wird, ob er noch da ist; 0 fragt nie.',
  },
  maxdelay: {
    label: 'Längste Wartezeit zwischen Versuchen',
    help: 'Verbindungsversuche folgen anfangs schnell, dann immer seltener bis zu dieser Wartezeit.',
  },
  maxretries: {
    label: 'Fehlversuche bis zum Aufgeben',
    help: 'Nach so vielen hintereinander hält der Worker an.',
    none: 'nicht gesetzt: unbegrenzt',
  },
  allowShutdown: {
    label: 'Geordnetes Herunterfahren von außen',
    help: 'Wie Programme auf diesem Rechner den Worker bitten dürfen, nach seinen Builds zu gehen. Fenster, Infobereich und buildtray stop --graceful dürfen es immer.',
    none: 'Nicht erlaubt',
    choices: { signal: 'Durch das Signal SIGHUP', file: 'Durch Berühren von shutdown.stamp' },
  },
  basedir: {
    label: 'Basisverzeichnis',
    help: 'Wo Builds laufen. Ein Punkt steht für das Verzeichnis von buildbot.tac und ist fast immer richtig.',
  },
  numcpus: {
    label: 'Prozessoren',
    help: 'Wie viele dem Master genannt werden; Projekte lassen meist so viele Jobs zugleich laufen.',
    none: 'nicht gesetzt: alle vorhandenen',
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
    label: 'Verwaiste Verzeichnisse entfernen',
    help: 'Löscht bei jeder Verbindung Verzeichnisse im Basisverzeichnis, die zu keinem Builder mehr gehören.',
  },
  fileAccess: {
    label: 'Dateizugriff',
    help: 'Wo Hochladen, Herunterladen und Ähnliches lesen und schreiben dürfen. Was Builds selbst ausführen, schränkt dies nicht ein.',
    choices: { basedir: 'Nur im Basisverzeichnis', anywhere: 'Überall, wo Sie es dürfen' },
  },
  logSize: {
    label: 'Größe einer Protokolldatei',
    help: 'Ist das Protokoll so groß, wird eine neue Datei begonnen.',
    none: 'nicht gesetzt: nie eine neue',
  },
  logCount: {
    label: 'Ältere Protokolldateien',
    help: 'So viele bleiben; die ältesten werden entfernt.',
    none: 'nicht gesetzt: alle bleiben',
  },
  tlsPin: {
    label: 'Pin des Zertifikats',
    help: 'Der SHA-256 des Zertifikats oder öffentlichen Schlüssels des Masters, wenn keine Zertifizierungsstelle für ihn bürgt.',
    none: 'nicht gesetzt: Zertifizierungsstellen entscheiden',
  },
  tlsAuthorities: {
    label: 'Eigene Zertifizierungsstellen',
    help: 'Eine PEM-Datei oder ein Verzeichnis mit solchen; gilt zusätzlich zu den Zertifizierungsstellen des Systems.',
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
  host: 'Geben Sie Name oder Adresse eines Rechners ein, ohne Port.',
  connectionString:
    'Geben Sie eine Verbindungszeichenfolge ein, etwa tls:host=ci.example.org:port=9989.',
  proxyConnectionString:
    'Geben Sie eine Verbindungszeichenfolge ein, etwa tcp:host=proxy.example.org:port=3128.',
  unicodeEncoding: 'Geben Sie den Namen einer Kodierung ein, etwa utf-8.',
  basedir: 'Geben Sie den ganzen Pfad eines Verzeichnisses oder einen Punkt ein.',
};

function fault(problem: SettingFault | MasterFault): string {
  switch (problem.kind) {
    case 'needed':
    case 'empty':
      return 'Hier fehlt ein Wert.';
    case 'switch':
      return 'Dies ist an oder aus.';
    case 'choice':
      return 'Wählen Sie einen der Werte.';
    case 'number': {
      const { min, max, base } = problem;
      const shown = (value: number): string => (base === 8 ? octal(value) : format.number(value));
      return max === undefined
        ? `Geben Sie eine ganze Zahl ein, mindestens ${shown(min)}.`
        : `Geben Sie eine Zahl von ${shown(min)} bis ${shown(max)} ein.`;
    }
    case 'beside-host':
      return 'Eine Verbindungszeichenfolge ersetzt Host und Port: Lassen Sie beide leer.';
    case 'beside-string':
      return 'Die Verbindungszeichenfolgen zum Master und zum Proxy schließen einander aus: Leeren Sie eine davon.';
    case 'one-line':
      return 'Geben Sie eine Zeile ein, ohne Steuerzeichen.';
    case 'shape':
      return SHAPES[problem.name] ?? 'Dieser Wert ist nicht zulässig.';
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
  isSet: 'gesetzt; zum Ändern neu eingeben',
  isNotSet: 'nicht gesetzt',
  clear: (label) => `Nicht setzen: ${label}`,
  undoOne: (label) => `Rückgängig: ${label}`,
  undoAll: 'Alles verwerfen',
  changes: (count) =>
    format.plural(count, {
      one: 'Eine Änderung ist nicht gespeichert',
      other: `${count} Änderungen sind nicht gespeichert`,
    }),
  faulty: (labels) => `Lässt sich so nicht speichern: ${format.list(labels)}`,
  way: 'Den Master erreichen über',
  byHost: 'Host und Port',
  byString: 'Verbindungszeichenfolge',
  computed: (line) =>
    `Wird von Code in Zeile ${line} der Datei berechnet und lässt sich nur dort ändern:`,
  unusable: (line, expected) =>
    `In Zeile ${line} der Datei steht etwas anderes. Erlaubt ist: ${expectedText(expected)}.`,
  changedMeanwhile:
    'Jemand anders hat die Datei geändert, seit diese Seite sie gelesen hat; deshalb wurde nichts geschrieben. Die Seite zeigt jetzt die Werte der Datei und darauf Ihre Änderungen: Sehen Sie sie durch, und speichern Sie erneut.',
  file: 'buildbot.tac',
  showFile: 'buildbot.tac anzeigen',
  hideFile: 'buildbot.tac ausblenden',
  showChanges: 'Änderungen anzeigen',
  wouldChange: 'Was das Speichern in buildbot.tac ändert; Geheimnisse sind verdeckt',
  noTextChange:
    'In buildbot.tac ändert sich nichts Sichtbares: Passwörter sind verdeckt, und manche Einstellungen stehen anderswo.',
  savedNow: 'Es gilt jetzt.',
  savedReconnect: 'Manches gilt ab der nächsten Verbindung.',
  savedRestart: 'Manches gilt nach einem Neustart des Workers.',
  waiting: 'Gespeicherte Einstellungen warten',
  notFollowed: 'Gespeichert, aber der Worker kann es nicht übernehmen',
};
