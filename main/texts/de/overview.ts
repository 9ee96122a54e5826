import type { overview as english } from '../en/overview.ts';
import { format } from './format.ts';

export const overview: typeof english = {
  title: 'Übersicht',
  states: {
    stopped: 'Angehalten',
    connecting: 'Verbindet sich',
    idle: 'Wartet auf Arbeit',
    building: 'Baut',
    draining: 'Lässt den letzten Build enden',
    paused: 'Macht Pause',
    error: 'Braucht Aufmerksamkeit',
  },
  noWorker: 'Noch kein Worker',
  noWorkerHelp:
    'Ein Projekt, das Buildbot benutzt, gibt Ihnen einen Host, einen Port, einen Namen und ein Passwort. Damit kann dieser Rechner dessen Builds ausführen.',
  whatRuns: 'Was hier läuft',
  toSettings: 'Seine Einstellungen öffnen',
  repair: {
    title: 'Was nicht stimmt, und was zu tun ist',
    whatToDo: 'Was sich tun lässt',
    tryNow: 'Neu versuchen',
    saveAndTry: 'Speichern und versuchen',
    locate: 'Suchen…',
    showFile: 'buildbot.tac im Ordner zeigen',
    runThis: 'Führen Sie das in einem Terminal aus, dann versuchen Sie es neu:',
    command: 'den Befehl',
    readsCertificate: 'Das Zertifikat des Masters wird gelesen',
    fingerprint: 'den Fingerabdruck',
    trustNewHelp:
      'Der Master zeigt ein anderes Zertifikat als das, dem vertraut wird. Fragen Sie, ob es erneuert wurde, und vergleichen Sie diesen Fingerabdruck mit dem der Administration; sonst steht vielleicht jemand zwischen Ihnen und dem Master.',
    ask: 'Für die Administration kopieren',
    forAdministrator: ({ workerName, master, problem, version, at }) =>
      [
        `Mein Buildbot-Worker ${workerName} kann nicht für ${master} arbeiten:`,
        '',
        problem,
        '',
        `Gesehen um ${at}, mit Buildtray ${version}.`,
      ].join('\n'),
  },
  stillLeaving: 'Baut, noch keine neuen Builds',
  stillLeavingHelp:
    'Das Herunterfahren ist abgebrochen, doch der Master gibt diesem Worker erst wieder Builds, wenn er sich neu verbunden hat. Das geschieht von selbst, sobald der Master den letzten Build beendet hat, und es geht nichts verloren.',
  waitsFor: (builds) =>
    builds === 0
      ? 'Wartet darauf, dass der Master zustimmt'
      : format.plural(builds, {
          one: 'Wartet auf das Ende dieses Builds und nimmt keinen weiteren an',
          other: 'Wartet auf das Ende dieser Builds und nimmt keine weiteren an',
        }),
  waitsForBuilder: (builder, command, elapsed) =>
    command === undefined
      ? `${builder}, zwischen zwei Schritten`
      : `${builder}: ${command}, seit ${elapsed ?? ''}`,
  stopNowLoses: (builds) =>
    builds === 0
      ? 'Beim sofortigen Anhalten geht nichts verloren.'
      : format.plural(builds, {
          one: 'Sofortiges Anhalten bricht ihn ab; der Master wird ihn wiederholen.',
          other: 'Sofortiges Anhalten bricht sie ab; der Master wird sie wiederholen.',
        }),
  leftRunning: (pids) =>
    `${format.plural(pids.length, {
      one: 'Ein Prozess, den ein Befehl hinterlassen hat, ließ sich nicht beenden',
      other: 'Prozesse, die Befehle hinterlassen haben, ließen sich nicht beenden',
    })}: ${pids.join(', ')}. Beenden Sie von Hand, was geht; ein Neustart des Rechners beendet alles.`,
  outputOf: 'Wessen Ausgabe angezeigt wird',
  output: 'Ausgabe der Befehle',
  noOutput: 'Hier erscheint, was Befehle ausgeben.',
  nothingRuns:
    'Es läuft nichts. Der nächste Build beginnt von selbst, sobald der Master einen für diesen Rechner hat.',
  betweenSteps: 'Zwischen zwei Schritten eines Builds.',
  notConnected: 'Es läuft nichts, solange der Worker nicht verbunden ist.',
  master: (master) => `Master: ${master}`,
  builders: (names) => `Builder: ${names}`,
  andMore: (count) => `und ${count} weitere`,
  fewer: 'weniger',
  directory: (basedir) => `Verzeichnis: ${basedir}`,
  pauseMenu: 'Pausieren…',
  moreActions: (worker) => `Weiteres für ${worker}`,
};
