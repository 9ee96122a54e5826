import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const directory: WordsOf<'directory'> = {
  directoryMissing: ({ path }) =>
    `${path} gibt es nicht: Legen Sie das Verzeichnis zurück, wenn es verschoben wurde, oder legen Sie dort einen Worker an.`,
  directoryUnreadable: ({ path }) =>
    `${path} kann dieser Benutzer nicht lesen; geben Sie sich die Berechtigung dazu.`,
  directoryUnwritable: ({ path }) =>
    `In ${path} kann dieser Benutzer nicht schreiben; der Worker hat dort seine Builds und sein Protokoll.`,
  noWorkerThere: ({ path }) =>
    `Kein Worker-Verzeichnis: ${path} (darin gibt es keine buildbot.tac)`,
  runByBuildtray: ({ basedir, pid }) =>
    `In ${basedir} läuft schon Buildtray (Prozess ${pid}); halten Sie es zuerst an.`,
  runByBuildbotWorker: ({ basedir, pid }) =>
    `In ${basedir} läuft schon buildbot-worker (Prozess ${pid}); halten Sie ihn zuerst an.`,
  notBuildbotWorker: ({ dir }) =>
    `Kein Worker-Verzeichnis: ${dir} (in seiner buildbot.tac fehlt Application('buildbot-worker'))`,
  otherApplication: ({ dir, name }) =>
    `Kein Worker-Verzeichnis: ${dir} (in seiner buildbot.tac fehlt Application('buildbot-worker'); dort steht '${name}')`,
  keyringMissing: () =>
    'Das Passwort liegt in einem Schlüsselbund, der jetzt nicht da ist: Entsperren Sie ihn, oder schreiben Sie das Passwort in buildbot.tac.',
  keyringFailed: ({ reason }) =>
    `Der Schlüsselbund gibt das Passwort nicht heraus (${reason}): Schreiben Sie es in buildbot.tac.`,
  keyringRefuses: ({ reason }) => `Der Schlüsselbund nimmt das Passwort nicht an: ${reason}.`,
  startsAlready: ({ basedir }) => `Ein anderer Prozess startet gerade den Worker in ${basedir}.`,
  cannotLock: ({ path, reason }) => `${path} ließ sich nicht belegen: ${fileReasonText(reason)}.`,
  madeByOldBuildbot: ({ dir }) =>
    `${dir} stammt von einem Buildbot vor 0.9; es lässt sich so verwenden, und \`buildtray upgrade-worker ${dir}\` aktualisiert es.`,
};
