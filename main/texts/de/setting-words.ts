import type { AllSettingWords, settingWords as english } from '../en/setting-words.ts';

const WORDS: AllSettingWords = {
  host: {
    label: 'Host',
    help: 'Name oder Adresse des Rechners, auf dem der Master läuft, etwa ci.example.org.',
    shape: 'Geben Sie Name oder Adresse eines Rechners ein, ohne Port.',
  },
  port: {
    label: 'Port',
    help: 'Wo der Master auf Worker wartet; meistens 9989.',
  },
  useTls: {
    label: 'Mit TLS verschlüsseln',
    help: 'Für Master, die auf diesem Port ein Zertifikat vorweisen.',
    option: 'mit dem Master über TLS sprechen',
  },
  connectionString: {
    label: 'Verbindungszeichenfolge',
    help: 'Ein Client-Endpunkt von Twisted, etwa tls:host=ci.example.org:port=9989.',
    none: 'nicht gesetzt: Host und Port gelten',
    shape: 'Geben Sie eine Verbindungszeichenfolge ein, etwa tls:host=ci.example.org:port=9989.',
    option: 'Twisted-Verbindungszeichenfolge des Masters, anstelle von <master>',
  },
  proxyConnectionString: {
    label: 'Proxy',
    help: 'Ein HTTP-Proxy zwischen diesem Rechner und dem Master, etwa tcp:host=proxy:port=3128.',
    none: 'nicht gesetzt: direkte Verbindung',
    shape: 'Geben Sie eine Verbindungszeichenfolge ein, etwa tcp:host=proxy.example.org:port=3128.',
    option: 'Twisted-Verbindungszeichenfolge eines HTTP-Proxys, der CONNECT annimmt',
  },
  protocol: {
    label: 'Netzwerkprotokoll',
    help: 'Perspective Broker spricht fast jeder Master.',
    choices: { pb: 'Perspective Broker', msgpack_experimental_v7: 'MessagePack (experimentell)' },
    option:
      'wie mit dem Master gesprochen wird: pb, msgpack_experimental_v7 oder auto, um jetzt seinen Port zu fragen',
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
    option: 'Zeit zwischen zwei Lebenszeichen an den Master; 0 sendet keine',
  },
  maxdelay: {
    label: 'Längste Wartezeit zwischen Versuchen',
    help: 'Verbindungsversuche folgen anfangs schnell, dann immer seltener bis zu dieser Wartezeit.',
    option: 'längste Wartezeit zwischen zwei Verbindungsversuchen',
  },
  maxretries: {
    label: 'Fehlversuche bis zum Aufgeben',
    help: 'Nach so vielen hintereinander hält der Worker an.',
    none: 'nicht gesetzt: unbegrenzt',
    option:
      'Fehlversuche hintereinander, nach denen der Worker anhält; None versucht es unbegrenzt',
  },
  allowShutdown: {
    label: 'Geordnetes Herunterfahren von außen',
    help: 'Wie Programme auf diesem Rechner den Worker bitten dürfen, nach seinen Builds zu gehen. Fenster, Infobereich und buildtray stop --graceful dürfen es immer.',
    none: 'Nicht erlaubt',
    choices: { signal: 'Durch das Signal SIGHUP', file: 'Durch Berühren von shutdown.stamp' },
    option:
      'geordnetes Herunterfahren von außen erlauben: signal (SIGHUP) oder file (shutdown.stamp)',
  },
  basedir: {
    label: 'Basisverzeichnis',
    help: 'Wo Builds laufen. Ein Punkt steht für das Verzeichnis von buildbot.tac und ist fast immer richtig.',
    shape: 'Geben Sie den ganzen Pfad eines Verzeichnisses oder einen Punkt ein.',
  },
  numcpus: {
    label: 'Prozessoren',
    help: 'Wie viele dem Master genannt werden; Projekte lassen meist so viele Jobs zugleich laufen.',
    none: 'nicht gesetzt: alle vorhandenen',
    option: 'Prozessoren, die dem Master genannt werden; None zählt sie',
  },
  umask: {
    label: 'Rechtemaske für Dateien',
    help: 'Rechte, die Dateien von Builds nicht bekommen, oktal: 022 lässt andere lesen, 077 hält sie fern.',
    none: 'nicht gesetzt: die Ihrer Sitzung',
    option: 'Rechte, die neue Dateien nicht bekommen, etwa 0o22; None behält Ihre eigene Maske',
  },
  unicodeEncoding: {
    label: 'Kodierung',
    help: 'Wie Befehlszeilen und Ausgaben geschrieben sind, etwa utf-8 oder latin-1.',
    shape: 'Geben Sie den Namen einer Kodierung ein, etwa utf-8.',
    option: 'Kodierung von Befehlszeilen und Programmausgaben, etwa latin-1 oder cp932',
  },
  deleteLeftoverDirs: {
    label: 'Verwaiste Verzeichnisse entfernen',
    help: 'Löscht bei jeder Verbindung Verzeichnisse im Basisverzeichnis, die zu keinem Builder mehr gehören.',
    option:
      'Verzeichnisse entfernen, die zu keinem Builder gehören, sooft der Master seine Builder schickt',
  },
  fileAccess: {
    label: 'Dateizugriff',
    help: 'Wo Hochladen, Herunterladen und Ähnliches lesen und schreiben dürfen. Was Builds selbst ausführen, schränkt dies nicht ein.',
    choices: { basedir: 'Nur im Basisverzeichnis', anywhere: 'Überall, wo Sie es dürfen' },
  },
  tacEnvironment: {
    label: 'Umgebung aus buildbot.tac',
    help: 'Wendet die Zeilen der Datei an, die Umgebungsvariablen namentlich setzen oder löschen. Was wie ein Geheimnis aussieht, bleibt Builds verborgen.',
  },
  leftoverProcesses: {
    label: 'Übrig gebliebene Prozesse',
    help: 'Was aus Programmen wird, die ein Build im Hintergrund startet, etwa einem Server für den nächsten Schritt.',
    choices: {
      build: 'Mit dem Build beenden',
      command: 'Mit dem Befehl beenden',
      leave: 'Weiterlaufen lassen, auch wenn der Worker endet',
    },
  },
  protection: {
    label: 'Schutz',
    help: 'Was Builds auf diesem Rechner erreichen. Bewacht: das System nur lesend, die Verzeichnisse ihrer Builder, ein eigenes Home und eigene temporäre Dateien, aber keine Ihrer Dateien, Fenster und anderen Programme. Streng: wie bewacht, mit weniger vom System, einem Home je Builder und ohne Netz. Nur unter Linux.',
    choices: {
      open: 'Offen: alles, was Sie erreichen',
      guarded: 'Bewacht: nichts von Ihnen',
      strict: 'Streng: bewacht und ohne Netz',
    },
    option: 'was Builds auf diesem Rechner erreichen: open, guarded oder strict',
  },
  protectionPaths: {
    label: 'Pfade für geschützte Builds',
    help: 'Verzeichnisse und Dateien, die bewachte und strenge Builds außerdem sehen, durch Kommas getrennt, etwa /srv/toolchain. Nur lesend, außer mit :rw am Ende, wie in /var/cache/ccache:rw.',
    none: 'nicht gesetzt: keine',
    shape:
      'Geben Sie vollständige Pfade ein, durch Kommas getrennt; :rw am Ende erlaubt das Schreiben.',
    option:
      'Pfade, die bewachte und strenge Builds außerdem sehen, durch Kommas getrennt; :rw am Ende erlaubt das Schreiben',
  },
  protectionVariables: {
    label: 'Variablen für geschützte Builds',
    help: 'Umgebungsvariablen, die bewachte und strenge Builds außerdem bekommen, durch Kommas getrennt, etwa CC, MAKEFLAGS. PATH, LANG und Ähnliches bekommen sie immer, Geheimnisse nie.',
    none: 'nicht gesetzt: keine',
    shape: 'Geben Sie Namen von Variablen ein, durch Kommas getrennt.',
    option:
      'Umgebungsvariablen, die bewachte und strenge Builds außerdem bekommen, durch Kommas getrennt',
  },
  logSize: {
    label: 'Größe einer Protokolldatei',
    help: 'Ist das Protokoll so groß, wird eine neue Datei begonnen.',
    none: 'nicht gesetzt: nie eine neue',
    option: 'Größe, ab der eine neue Protokolldatei begonnen wird; None beginnt nie eine neue',
  },
  logCount: {
    label: 'Ältere Protokolldateien',
    help: 'So viele bleiben; die ältesten werden entfernt.',
    none: 'nicht gesetzt: alle bleiben',
    option: 'ältere Protokolldateien, die bleiben; None behält alle',
  },
  tlsPin: {
    label: 'Pin des Zertifikats',
    help: 'Der SHA-256 des Zertifikats oder öffentlichen Schlüssels des Masters, wenn keine Zertifizierungsstelle für ihn bürgt.',
    none: 'nicht gesetzt: Zertifizierungsstellen entscheiden',
    shape:
      'Geben Sie einen SHA-256 ein: sha256: und die 64 Hexadezimalziffern des Zertifikats oder seines öffentlichen Schlüssels.',
    option:
      'SHA-256 des Zertifikats oder öffentlichen Schlüssels des Masters, dem dann allein deshalb vertraut wird',
  },
  tlsAuthorities: {
    label: 'Eigene Zertifizierungsstellen',
    shape: 'Geben Sie den ganzen Pfad ein, etwa /home/ich/farm-ca.pem.',
    help: 'Eine PEM-Datei oder ein Verzeichnis mit solchen; gilt zusätzlich zu den Zertifizierungsstellen des Systems.',
    none: 'nicht gesetzt: nur die des Systems',
    option:
      'PEM-Datei oder Verzeichnis mit solchen, deren Zertifizierungsstellen zusätzlich zu denen des Systems gelten',
  },
  proxyUser: {
    label: 'Benutzer am Proxy',
    help: 'Für einen Proxy, der eine Anmeldung will.',
    none: 'nicht gesetzt: keine Anmeldung',
    shape: 'Geben Sie einen Benutzernamen ohne Doppelpunkt ein.',
    option: 'Benutzername für den HTTP-Proxy',
  },
  proxyPassword: {
    label: 'Passwort am Proxy',
    help: 'Steht in buildtray.json, nur für Sie lesbar.',
    option: 'Passwort für den HTTP-Proxy; - liest es von der Standardeingabe',
  },
};

export const settingWords: typeof english = WORDS;
