import type { notices as english } from '../en/notices.ts';

export const notices: typeof english = {
  cannotWork: (worker) => `${worker} ne peut pas travailler pour le master`,
  paused: (worker) => `${worker} est en pause`,
  lastBuildEnded: 'Le dernier build est terminé.',
  resumed: (worker) => `${worker} accepte à nouveau des builds`,
  pauseEnded: 'La pause est finie.',
  hasShutDown: (worker) => `${worker} s’est arrêté en douceur`,
  lostForLong: (worker) => `${worker} n’a pas de connexion`,
  lostForLongHelp: (master, duration) =>
    `${master} est injoignable depuis ${duration}. Buildtray continue d’essayer.`,
  diskLow: 'Le disque est presque plein',
  diskLowHelp: (dir, free) =>
    `Il ne reste que ${free} dans ${dir}, où tournent les builds. Des builds risquent d’échouer.`,
  stillRuns: 'Buildtray tourne toujours',
  stillRunsHelp:
    'Son icône est dans la zone de notification : un clic ouvre la fenêtre, et Quitter est dans son menu.',
  buildFailed: (builder) => `Une commande de ${builder} a échoué`,
  buildEnded: (builder) => `Le build de ${builder} est terminé`,
  buildHelp: (worker, outcome, duration) => `${worker} : ${outcome}, ${duration}`,
  whileQuiet: (count) => `${count} notifications pendant les heures calmes`,
  open: 'Ouvrir',
  stopped: (worker) => `${worker} s’est arrêté`,
};
