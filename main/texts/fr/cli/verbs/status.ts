import type { status as english } from '../../../en/cli/verbs/status.ts';
import { asJson, workerDirectory } from '../shared.ts';

export const status: typeof english = {
  help: {
    summary: 'afficher ce que fait le worker d’un répertoire',
    about: [
      'Demande au processus en marche son état, son master, ses builders, ses commandes en cours, quand le master a envoyé quelque chose pour la dernière fois, et quand aura lieu la prochaine tentative.',
    ],
    args: { dir: workerDirectory },
    options: { json: asJson },
    exit: {
      ok: 'un worker y tourne, quel que soit son état',
      failed: 'aucun n’y tourne, ou on ne peut pas l’interroger',
    },
  },
  runByBuildbotWorker: (pid) =>
    `sous buildbot-worker (processus ${pid}), qui ne montre pas son état`,
  rows: {
    worker: 'worker',
    state: 'état',
    problem: 'problème',
    master: 'master',
    builders: 'builders',
    runs: 'exécute',
    left: 'restes',
    process: 'processus',
    log: 'journal',
  },
  worker: (name, basedir) => `${name} dans ${basedir}`,
  lastHeard: (master, ago) => `${master}, dernier signe il y a ${ago}`,
  usuallyQuiet: (master, time) =>
    `${master}, silencieux depuis ${time}, comme d’habitude quand il n’y a rien à dire`,
  noBuilders: 'aucun',
  command: (builder, command, time) => `${builder} : ${command}, depuis ${time}`,
  betweenSteps: (builder) => `${builder}, entre deux étapes`,
  left: (pids) => `processus ${pids.join(', ')}, qui n’ont pas pu être arrêtés`,
  hosts: { tray: 'l’application', 'command-line': 'la ligne de commande' },
  process: (pid, host, version, time) => `${pid} de ${host}, Buildtray ${version}, depuis ${time}`,
};
