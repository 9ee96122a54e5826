import type { questions as english } from '../en/questions.ts';
import { format } from './format.ts';

const LOST: Readonly<Record<keyof typeof english.messages, string>> = {
  disconnect: 'Se déconnecter',
  'stop-now': 'Arrêter maintenant',
  reconnect: 'Se reconnecter maintenant',
  restart: 'Redémarrer maintenant',
  remove: 'Retirer le worker',
  quit: 'Quitter maintenant',
};

export const questions: typeof english = {
  messages: {
    disconnect: 'Se déconnecter au milieu d’un build ?',
    'stop-now': 'Arrêter au milieu d’un build ?',
    reconnect: 'Se reconnecter au milieu d’un build ?',
    restart: 'Redémarrer le worker au milieu d’un build ?',
    remove: 'Retirer le worker au milieu d’un build ?',
    quit: 'Quitter au milieu d’un build ?',
  },
  now: {
    disconnect: 'Se déconnecter maintenant',
    'stop-now': 'Arrêter maintenant',
    reconnect: 'Se reconnecter maintenant',
    restart: 'Redémarrer maintenant',
    remove: 'Retirer maintenant',
    quit: 'Quitter maintenant',
  },
  after: (builds) =>
    format.plural(builds, { one: 'Quitter après ce build', other: 'Quitter après ces builds' }),
  running: (builder, command, minutes) => {
    if (command === undefined) return `Le builder ${builder} est au milieu d’un build.`;
    return minutes < 1
      ? `Le builder ${builder} est au milieu d’un build et exécute « ${command} ».`
      : `Le builder ${builder} est au milieu d’un build et exécute « ${command} » depuis ${minutes} min.`;
  },
  onlyAtMaster:
    'Rien ne tourne ici en ce moment, mais le master n’a pas terminé son dernier build pour ce worker : une étape à lui est peut-être en cours.',
  runningSeveral: (builders) => `Les builders ${format.list(builders)} sont au milieu d’un build.`,
  lost: (consequence, builds) =>
    format.plural(builds, {
      one: `${LOST[consequence]} l’interrompt ; le master relancera le build.`,
      other: `${LOST[consequence]} les interrompt ; le master relancera les builds.`,
    }),
};
