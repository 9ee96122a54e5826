import type { addWorker as english } from '../en/add-worker.ts';

export const addWorker: typeof english = {
  title: 'Worker hinzufügen',
  heading: 'Diesen Rechner einem Buildbot leihen',
  tryFirst: 'Noch kein Zugang?',
  tryFirstHelp:
    'Lassen Sie erst einmal einen Build auf diesem Rechner laufen: Das dauert eine Minute und braucht keinen Master.',
  steps: { master: 'Der Master', machine: 'Dieser Rechner' },
  stepOf: (at, of, title) => `Schritt ${at} von ${of}: ${title}`,
  stepsLabel: 'Schritte',
  done: 'erledigt',
  stepTitles: {
    master: 'Was haben Sie bekommen?',
    machine: 'Bereit zum Verbinden',
  },
  paste: 'Einfügen, was Sie haben',
  pasteHelp:
    'Die ganze E-Mail, einen Befehl mit create-worker, host:port oder eine buildbot.tac. Eine Datei oder ein altes Worker-Verzeichnis können Sie auch irgendwo in dieses Fenster ziehen.',
  pasteClipboard: 'Aus der Zwischenablage',
  pasteOther: 'Anderen Text einfügen, um neu zu beginnen',
  pasteExample: 'Name des Workers: linux-3\nMaster: ci.example.org:9989\nPasswort: …',
  found: (what) => `Gefunden: ${what}.`,
  missing: (what) => `Es fehlt noch: ${what}.`,
  complete: 'Es fehlt nichts.',
  foundNothing:
    'In diesem Text wurde nichts Brauchbares gefunden. Füllen Sie die Felder unten von Hand aus.',
  replaced: 'Der Text hat ersetzt, was im Formular war.',
  undo: 'Rückgängig',
  join: 'Das Übrige im Formular behalten',
  fromLink:
    'Das kam aus einem Link und wurde noch nicht versucht. Fahren Sie nur fort, wenn Sie den Master kennen.',
  notTaken: {
    secret: (names) =>
      `Nicht übernommen: ${names}. In einem Link steht kein Passwort; geben Sie es selbst ein.`,
    unknown: (options) =>
      `Nicht übernommen: ${options}. Setzen Sie es später auf der Befehlszeile, wenn der Master es braucht.`,
    obsolete: (options) =>
      `Nicht übernommen: ${options}. Diese Einstellung haben Worker nicht mehr; der Master entscheidet.`,
    overruled: (options) =>
      `Nicht übernommen: ${options}. Mit --no-logrotate wächst das Protokoll unbegrenzt.`,
  },
  heldBack: (from, to) => `Das Passwort kam mit ${from}; deshalb wird es nicht an ${to} geschickt.`,
  release: (host) => `Für ${host} verwenden`,
  dropHere: 'Hier loslassen',
  dropHelp: 'eine E-Mail, eine buildbot.tac oder ein Worker-Verzeichnis',
  dropsNothing: 'Was hierher gezogen wurde, ließ sich nicht lesen.',
  host: 'Host des Masters',
  port: 'Port',
  workerName: 'Name des Workers',
  workerNameExample: 'wie vom Administrator genannt',
  password: 'Passwort',
  directory: 'Verzeichnis',
  directoryHelp: 'Builds, Einstellungen und Protokoll liegen hier.',
  relocatable: 'Das Verzeichnis darf später verschoben werden',
  relocatableHelp: 'Seine buildbot.tac findet es dann selbst und nennt keinen Pfad.',
  trustHelp:
    'Der Master hat ein Zertifikat mit diesem SHA-256 vorgewiesen. Fragen Sie den Administrator nach seinem, auf einem anderen Weg als über diese Verbindung. Vertrauen Sie dem Zertifikat nur, wenn beide gleich sind; sonst steht vielleicht jemand zwischen Ihnen und dem Master.',
  trust: 'Diesem Zertifikat vertrauen',
  existing: 'Altes Worker-Verzeichnis verwenden…',
  back: 'Zurück',
  next: 'Weiter',
  anyway: 'Trotzdem weiter',
  failedCheck:
    'Etwas steht im Weg. Beheben Sie es, oder fahren Sie fort und beheben Sie es später.',
  submit: 'Worker hinzufügen und verbinden',
  joins: (worker, master) => `${worker} verbindet sich mit ${master}`,
  more: 'Mehr',
  edit: 'Ändern',
  editThis: (what) => `Ändern: ${what}`,
  advanced: 'Weitere Einstellungen',
  advancedHelp:
    'TLS, Proxy und alles andere, was create-worker kennt. Die meisten brauchen nichts davon. Ein leeres Feld hat seine Vorgabe; None setzt nichts.',
  chooseAuthorities: 'Datei der Zertifizierungsstellen wählen…',
  auto: 'automatisch erkannt',
  checks: 'Prüfungen',
  allWell: 'Alle Prüfungen bestanden',
  showChecks: 'Zeigen',
  hideChecks: 'Verbergen',
  check: {
    name: 'Name ist bekannt',
    port: 'Port antwortet',
    certificate: 'Verschlüsselung',
    speaks: 'Spricht Buildbot',
    login: 'Anmeldung',
    directory: 'Verzeichnis',
    disk: 'Freier Platz',
    clock: 'Uhr',
  },
  state: {
    waiting: 'noch nicht geprüft',
    running: 'wird geprüft…',
    passed: 'in Ordnung',
    warned: 'Vorsicht',
    failed: 'fehlgeschlagen',
    skipped: 'nicht nötig',
  },
  checkAgain: 'Noch einmal prüfen',
  hostinfo: 'Was dem Projekt über diesen Rechner mitgeteilt wird',
  hostinfoHelp:
    'Es wurde für Sie ausgefüllt. Alle, die die Webseite des Projekts sehen, können es lesen.',
  oldTitle: (name) => `Dort ist schon ein Worker: ${name}`,
  oldHelp: (path) =>
    `${path} enthält einen Worker. Er kann mit Einstellungen, Namen und Builds übernommen werden.`,
  oldUnknown: 'sein Name wird von Code berechnet',
  oldUpgrade:
    'Eine Aktualisierung würde seine buildbot.tac ändern; die alte Datei bleibt daneben liegen:',
  oldCurrent: 'Seine Einstellungen sind auf dem neuesten Stand.',
  oldPassword:
    'In seiner buildbot.tac steht das Passwort nicht selbst: Geben Sie hier ein, was Sie vom Administrator bekommen haben.',
  oldNoUpgrade: (why) => `Buildtray kann ihn nicht aktualisieren. ${why}`,
  useAsIs: 'Übernehmen, wie er ist',
  upgrade: 'Aktualisieren und übernehmen',
  problems: {
    host: 'Geben Sie den Namen des Rechners ein, auf dem der Master läuft, etwa ci.example.org.',
    port: 'Ein Port ist eine Zahl von 1 bis 65535; bei Mastern ist es meist 9989.',
    workerName: 'Geben Sie den Namen ein, den das Projekt Ihrem Worker gegeben hat.',
    password: 'Geben Sie das Passwort ein, das das Projekt Ihnen gegeben hat.',
    basedir: 'Geben Sie den ganzen Pfad des Verzeichnisses ein, etwa /home/ich/worker.',
    hasWorker: (basedir) =>
      `In ${basedir} gibt es schon einen Worker: Öffnen Sie ihn, wie er ist, oder wählen Sie ein anderes Verzeichnis.`,
  },
};
