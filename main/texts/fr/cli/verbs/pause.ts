import type { pause as english } from '../../../en/cli/verbs/pause.ts';
import { workerDirectory } from '../shared.ts';

export const pause: typeof english = {
  help: {
    summary: 'laisser finir les builds en cours, puis rester déconnecté',
    about: [
      'Le worker se déconnecte, et se reconnecte de lui-même quand le temps est écoulé. Sans option, il reste déconnecté jusqu’à ce qu’on le fasse reprendre.',
    ],
    args: { dir: workerDirectory },
    options: {
      hours: 'reprendre après ce nombre d’heures',
      'until-tomorrow': 'reprendre à six heures du matin',
    },
    exit: {
      ok: 'le worker est en pause, ou le sera',
      failed: 'aucun worker n’y tourne, ou il refuse',
    },
  },
  pauses: 'le worker se met en pause une fois ses builds terminés',
  hoursNeedsNumber: (typed) =>
    `--hours demande un nombre d’heures supérieur à 0, par exemple 1.5, et non « ${typed} ».`,
};
