import type { status as english } from '../../../en/cli/verbs/status.ts';
import { asJson, workerDirectory } from '../shared.ts';

export const status: typeof english = {
  help: {
    summary: 'ausgeben, was der Worker eines Verzeichnisses gerade tut',
    about: [
      'Fragt den laufenden Prozess nach seinem Zustand, seinem Master, seinen Buildern, den laufenden Befehlen, wann zuletzt etwas vom Master kam und wann der nächste Versuch ansteht.',
    ],
    args: { dir: workerDirectory },
    options: { json: asJson },
    exit: {
      ok: 'dort läuft ein Worker, in welchem Zustand auch immer',
      failed: 'dort läuft keiner, oder er kann nicht gefragt werden',
    },
  },
  runByBuildbotWorker: (pid) =>
    `läuft unter buildbot-worker (Prozess ${pid}), der seinen Zustand nicht zeigt`,
  rows: {
    worker: 'Worker',
    state: 'Zustand',
    problem: 'Problem',
    master: 'Master',
    builders: 'Builder',
    runs: 'läuft',
    left: 'übrig',
    process: 'Prozess',
    log: 'Protokoll',
  },
  worker: (name, basedir) => `${name} in ${basedir}`,
  lastHeard: (master, ago) => `${master}, zuletzt gehört vor ${ago}`,
  usuallyQuiet: (master, time) =>
    `${master}, still seit ${time}, wie üblich, solange es nichts zu sagen gibt`,
  noBuilders: 'keine',
  command: (builder, command, time) => `${builder}: ${command}, seit ${time}`,
  betweenSteps: (builder) => `${builder}, zwischen zwei Schritten`,
  left: (pids) => `Prozesse ${pids.join(', ')}, die nicht beendet werden konnten`,
  hosts: { tray: 'der App', 'command-line': 'der Befehlszeile' },
  process: (pid, host, version, time) => `${pid} ${host}, Buildtray ${version}, seit ${time}`,
};
