import type { Refusal } from '../../contract/worker/request-rules.ts';
import type { refusals as english } from '../en/refusals.ts';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  attached: 'Le worker est déjà connecté.',
  draining:
    'Le worker est encore connecté et termine son dernier build. Annulez cela pour accepter à nouveau des builds.',
  'not-draining':
    'Le worker n’est en train ni de se mettre en pause ni de s’arrêter : il n’y a rien à annuler.',
  'not-paused': 'Le worker n’est pas en pause.',
  'no-directory': 'Le worker ne tourne pas : son répertoire est inutilisable.',
  stopped: 'Le worker est déjà arrêté.',
  'nothing-to-pause': 'Le worker est arrêté ; il n’y a rien à mettre en pause.',
  away: 'Le worker est en pause et n’est pas connecté.',
  'not-attached': 'Le worker n’est pas connecté.',
};

export const refusals: typeof english = {
  now: REFUSALS,
  noWorker: 'Il n’y a pas encore de worker. Ajoutez-en un dans la fenêtre.',
  workerGone: 'Ce worker a été retiré.',
  hasWorker: (basedir) => `Un worker tourne déjà dans ${basedir}.`,
};
