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
  waitsForMaster: 'Wartet darauf, dass der Master den letzten Build für diesen Worker beendet',
  afterwards: {
    pause: (worker) => `Danach macht ${worker} Pause.`,
    'shut-down': (worker) => `Danach fährt ${worker} herunter.`,
    quit: () => 'Danach beendet sich Buildtray.',
  },
  stopNowLoses: (builds) =>
    builds === undefined
      ? 'Vielleicht geht ein Schritt verloren, der auf dem Master läuft; er wird den Build wiederholen.'
      : format.plural(builds, {
          one: 'Bricht den Build ab; der Master wird ihn wiederholen.',
          other: `Bricht ${format.number(builds)} Builds ab; der Master wird sie wiederholen.`,
        }),
  leftRunning: (pids) =>
    format.plural(pids.length, {
      one: `Ein Prozess, den ein Befehl hinterlassen hat, ließ sich nicht beenden: ${pids.join(', ')}. Beenden Sie ihn von Hand; ein Neustart des Rechners beendet auch ihn.`,
      other: `Prozesse, die Befehle hinterlassen haben, ließen sich nicht beenden: ${pids.join(', ')}. Beenden Sie von Hand, was geht; ein Neustart des Rechners beendet alles.`,
    }),
  showOutput: (builder) => `Ausgabe von ${builder}`,
  output: (builder) => `Ausgabe der Befehle von ${builder}`,
  noOutput: 'Hier erscheint, was Befehle ausgeben.',
  nothingRuns:
    'Es läuft nichts. Der nächste Build beginnt von selbst, sobald der Master einen für diesen Rechner hat.',
  betweenSteps: 'Zwischen zwei Schritten',
  elapsed: (ms, usualMs) => `${format.part(ms, usualMs)} von etwa ${format.roughly(usualMs)}`,
  left: (ms) => `noch etwa ${format.roughly(ms)}`,
  longer: (ms) => `${format.duration(ms)}, länger als üblich`,
  longerThanUsual: 'länger als üblich',
  noEstimate: 'kein früherer Build zum Vergleich',
  lastBuilds: 'Letzte Builds',
  today: {
    title: 'Heute',
    builds: 'Builds heute',
    given: 'Bauzeit',
    processors: 'Prozessoren',
    busy: (share, processors) => `${format.number(share * 100)} % von ${format.number(processors)}`,
    free: 'freier Speicherplatz',
  },
  details: 'Einzelheiten',
  copies: { master: 'Host und Port', directory: 'Verzeichnis', problem: 'Meldung' },
  move: (worker) => `${worker} verschieben`,
  moveHelp: 'Ziehen oder mit den Pfeiltasten verschieben',
  moved: (worker, place, count) => `${worker} ist jetzt Nummer ${place} von ${count}.`,
  master: (master) => `Master: ${master}`,
  builders: (names) => `Builder: ${names}`,
  andMore: (count) => `und ${count} weitere`,
  fewer: 'weniger',
  directory: (basedir) => `Verzeichnis: ${basedir}`,
  pauseMenu: 'Pausieren…',
  moreActions: (worker) => `Weiteres für ${worker}`,
};
