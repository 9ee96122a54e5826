import { wordsOfEffect } from '../../../../worker-settings/change-effect.ts';
import type { reload as english } from '../../../en/cli/verbs/reload.ts';
import { reconnect, workerDirectory } from '../shared.ts';

export const reload: typeof english = {
  help: {
    summary: 'faire appliquer au worker en marche les paramètres actuels de son répertoire',
    about: [
      `Relit buildbot.tac et buildtray.json, et affiche ce qui a changé. Prennent effet aussitôt : ${wordsOfEffect('apply-live').join(', ')}. Prennent effet au redémarrage du worker : ${wordsOfEffect('restart-worker').join(', ')}. Tout le reste prend effet à la prochaine connexion.`,
      'Avec --reconnect, cette connexion se fait dès qu’aucun build n’est en cours.',
    ],
    args: { dir: workerDirectory },
    options: { reconnect },
    exit: {
      ok: 'le worker applique les paramètres, ou les appliquera',
      failed: 'aucun worker n’y tourne, ou il ne peut pas tourner avec ces paramètres',
    },
  },
  readsAtStart: (basedir, pid) =>
    `buildbot-worker fait tourner ${basedir} (processus ${pid}), et ne lit ses paramètres qu’à son démarrage.`,
  nothingChanged: 'rien n’a changé',
  changed: (names) => `modifié : ${names.join(', ')}`,
  effects: {
    nothing: 'le worker tourne avec les paramètres de son répertoire',
    'apply-live': 'toutes les modifications prennent effet maintenant',
    reconnect:
      'une partie des modifications attend la prochaine connexion : buildtray reload --reconnect',
    'restart-worker':
      'une partie des modifications attend le redémarrage du worker : buildtray restart --graceful',
  },
};
