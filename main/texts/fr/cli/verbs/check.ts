import type { check as english } from '../../../en/cli/verbs/check.ts';
import { workerDirectory } from '../shared.ts';

export const check: typeof english = {
  help: {
    summary: 'vérifier si le worker d’un répertoire peut tourner',
    about: [
      'Affiche une ligne par vérification : le nom du master, son port, TLS, le protocole, l’identification, le répertoire, l’espace libre, l’horloge. L’identification est réelle et terminée aussitôt ; un worker en marche de ce nom n’est pas dérangé.',
    ],
    args: { dir: workerDirectory },
    options: {},
    exit: { ok: 'rien ne l’empêche de tourner', failed: 'une vérification a échoué' },
  },
  titles: {
    name: 'nom',
    port: 'accès',
    certificate: 'TLS',
    speaks: 'protocole',
    login: 'identification',
    directory: 'répertoire',
    disk: 'disque',
    clock: 'horloge',
  },
  states: { passed: 'ok', warned: 'attention', failed: 'échec', skipped: 'sautée' },
};
