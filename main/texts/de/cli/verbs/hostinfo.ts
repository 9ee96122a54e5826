import type { hostinfo as english } from '../../../en/cli/verbs/hostinfo.ts';
import { quiet, reconnect, workerDirectory } from '../shared.ts';

export const hostinfo: typeof english = {
  help: {
    summary: 'ausgeben oder ändern, was das Projekt von diesem Rechner erfährt',
    about: [
      "Gibt die Dateien unter info/ aus, die die Webseite des Masters allen zeigt. NAME=TEXT schreibt eine, etwa admin='Ada <ada@example.org>'; - als Text liest ihn von der Standardeingabe, ein leerer Text entfernt die Datei.",
      'Der Master liest sie, wenn sich der Worker verbindet; mit --reconnect ist das, sobald kein Build läuft. Mit --sent wird alles ausgegeben, was diesen Rechner dann verlässt, dazu die Namen der Variablen, die Builds und Master nicht bekommen.',
    ],
    args: { dir: workerDirectory, 'name=text': 'eine Datei und ihr Text' },
    options: {
      'fill-in': 'admin und host nach diesem Rechner schreiben',
      'munge-email': 'mit --fill-in: Adressen als "ada at example dot org" schreiben',
      shared: 'ist eine Datei ein Link, die Datei ändern, auf die er zeigt',
      'replace-link': 'einen Link durch eine eigene Datei ersetzen',
      sent: 'alles ausgeben, was an den Master geht',
      reconnect,
      quiet,
    },
    exit: {
      ok: 'es wurde ausgegeben oder ist geschrieben',
      failed:
        'eine Datei ist nicht lesbar oder nicht schreibbar, oder sie ist ein Link, und keine Option sagt, was damit geschehen soll',
    },
  },
  oneFileFromInput: 'Die Standardeingabe kann nur für eine Datei gelesen werden.',
  nothingThere: (infoDir) =>
    `In ${infoDir} ist nichts: Das Projekt sieht nur den Namen des Workers.`,
  file: (name) => `${name}:`,
  link: (name, target) => `${name}, ein Link auf ${target}:`,
  chooseForLink: (problem) => `${problem} Verwenden Sie --shared oder --replace-link.`,
  wrote: (name) => `${name} geschrieben`,
  removed: (name) => `${name} entfernt`,
  readWhenConnecting: 'der Master liest es, wenn sich der Worker verbindet',
  readAtNextConnection: 'der Master liest es bei der nächsten Verbindung',
  readAfterReconnect: 'der Master liest es bei der nächsten Verbindung: --reconnect sorgt dafür',
  sent: {
    toMaster: 'An den Master gehen:',
    variables: 'Master und Builds sehen diese Variablen:',
    onlyForBuilds: (names) => `Nur Builds sehen: ${names.join(', ')}`,
    kept: (names) => `Hier bleiben: ${names.join(', ')}`,
    nothingKept: 'Hier bleiben: keine Variablen',
  },
};
