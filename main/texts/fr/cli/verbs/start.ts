import type { start as english } from '../../../en/cli/verbs/start.ts';
import { nodaemon, quietStart, started, workerDirectory } from '../shared.ts';

export const start: typeof english = {
  help: {
    summary: 'faire tourner le worker d’un répertoire',
    about: [
      'Démarre le worker en arrière-plan et attend jusqu’à 10 secondes qu’il soit rattaché. Sa sortie va dans worker.log ; sauf si umask est défini, seul leur propriétaire a accès aux fichiers qu’il crée.',
      'Un seul worker tourne dans un répertoire, avec Buildtray ou avec buildbot-worker. Un worker qui a été arrêté dans l’application se reconnecte.',
    ],
    args: { dir: workerDirectory },
    options: {
      nodaemon,
      quiet: quietStart,
      protection:
        'ce que les builds atteignent sur cette machine tant que ce worker tourne, quel que soit le réglage : open, guarded ou strict',
    },
    exit: started,
  },
  isPaused: (pid, basedir) =>
    `démarré (processus ${pid}), et encore en pause : buildtray resume ${basedir} le connecte`,
  attached: (master, pid) => `rattaché à ${master} (processus ${pid})`,
  keepsTrying: (problem, pid, basedir) =>
    `${problem} Le worker (processus ${pid}) continue d’essayer ; \`buildtray status ${basedir}\` montre son état.`,
  noReport: (pid, logPath) =>
    `Le worker (processus ${pid}) n’a pas signalé en 10 s qu’il est rattaché ; voyez ${logPath}.`,
  endedEarly: (logPath) => `Le worker s’est terminé avant d’être rattaché ; voyez ${logPath}.`,
  gaveUp: (problem) => `Le worker a abandonné. ${problem}`,
  sentAway: 'Le master a demandé au worker de s’arrêter.',
  wasAskedToStop: 'On a demandé au worker de s’arrêter.',
  connectsAgain: (basedir, pid) =>
    `le worker dans ${basedir} se reconnecte, dans l’application (processus ${pid})`,
};
