import type { rehearse as english } from '../../../en/cli/verbs/rehearse.ts';

export const rehearse: typeof english = {
  help: {
    summary:
      'exécuter un petit build d’exemple avec son propre master ; il n’y a rien à configurer',
    about: ['Tout reste sur cette machine, dans un répertoire supprimé à la fin.'],
    args: {},
    options: {
      quick: 'ne pas faire de pause entre les lignes',
      verbose: 'afficher aussi les en-têtes des commandes',
    },
    exit: {
      ok: 'chaque étape s’est terminée comme prévu',
      failed: 'une étape ne s’est pas terminée comme prévu',
    },
  },
  begins:
    'Une répétition : un vrai build par un vrai worker, avec son propre master sur cette machine.',
  connects: 'Le worker se connecte au master.',
  drains: 'Un arrêt en douceur est demandé : le build peut finir d’abord.',
  cancelling: 'Annulation.',
  cancelled: 'Annulée. Rien ne reste.',
  allAsPlanned:
    'Le worker s’est arrêté. Chaque étape s’est terminée comme prévu, et rien ne reste.\nPour prêter cette machine à un projet : buildtray create-worker, puis buildtray start.',
  notAsPlanned: (step) =>
    `Le worker s’est arrêté. L’étape ${step} ne s’est pas terminée comme prévu.`,
  step: (number, count, name, about) => `[${number}/${count}] ${name} : ${about}`,
  stepEnded: (result, seconds) => `${result} (${seconds} s)`,
};
