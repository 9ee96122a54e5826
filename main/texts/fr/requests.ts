import type { RequestLabel } from '../../contract/worker/request-rules.ts';
import type { requestVerbs as english } from '../en/requests.ts';

export const requestLabels: Readonly<Record<RequestLabel, string>> = {
  connect: 'Se connecter',
  tryAgain: 'Réessayer maintenant',
  disconnect: 'Se déconnecter',
  pause: 'Mettre en pause',
  resume: 'Reprendre',
  shutDown: 'Arrêter en douceur',
  keepWorking: 'Continuer à travailler',
  reconnectNow: 'Se reconnecter maintenant…',
  stopNow: 'Arrêter maintenant…',
};

export const requestVerbs: typeof english = (workerDirectory) => ({
  resume: {
    help: {
      summary: 'mettre fin à la pause d’un worker',
      about: ['Annule aussi une pause qui attend encore la fin de builds en cours.'],
      args: { dir: workerDirectory },
      options: {},
      exit: {
        ok: 'le worker accepte des builds',
        failed: 'aucun worker n’y tourne, ou il n’est pas en pause',
      },
    },
    done: 'le worker accepte à nouveau des builds',
  },
  cancel: {
    help: {
      summary: 'annuler un arrêt en douceur ou une pause qui attend encore des builds',
      about: [
        'Le worker se reconnecte dès que plus rien ne tourne, car ce n’est qu’alors que le master lui envoie à nouveau des builds.',
      ],
      args: { dir: workerDirectory },
      options: {},
      exit: {
        ok: 'le worker continue de tourner',
        failed: 'aucun worker n’y tourne, ou il n’attend pas de builds',
      },
    },
    done: 'le worker continue d’accepter des builds',
  },
});
