/** What the help of several commands has in common. */

export const workerDirectory = 'répertoire de base du worker';
export const quiet = 'n’afficher que les erreurs';
export const quietStart =
  'n’afficher que les erreurs, et ne pas attendre que le worker soit rattaché';
export const asJson = 'afficher du JSON, pour des programmes';
export const nodaemon = 'rester au premier plan et afficher le journal';
export const graceful =
  'laisser d’abord finir les builds en cours, et montrer ce que le worker attend';
export const reconnect = 'se reconnecter entre deux builds là où c’est nécessaire';
export const writeNothing = 'afficher ce qui changerait et ne rien écrire';

export const started = {
  ok: 'le worker est rattaché à son master ; avec --quiet, il tourne ; avec --nodaemon, il s’est arrêté comme demandé',
  failed:
    'le worker n’est pas rattaché : il continue d’essayer ou s’est terminé, comme le dit le message ; avec --nodaemon, il a abandonné',
};

export const aboutCtrlC =
  'Avec --graceful, Ctrl-C ne met fin qu’à l’attente : le worker s’arrête tout de même une fois ses builds terminés.';
