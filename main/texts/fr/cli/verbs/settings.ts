import type { settings as english } from '../../../en/cli/verbs/settings.ts';
import { asJson, workerDirectory } from '../shared.ts';

export const settings: typeof english = {
  help: {
    summary: 'afficher tous les paramètres d’un worker',
    about: [
      'Une ligne par paramètre : sa valeur, sa valeur par défaut, et quand une modification prend effet. Une valeur que du code calcule dans buildbot.tac est montrée avec sa ligne ; ce qui empêche un worker de tourner est listé en dessous. Les mots de passe ne sont pas affichés.',
    ],
    args: { dir: workerDirectory },
    options: { verbose: 'expliquer chaque paramètre', json: asJson },
    exit: { ok: 'ils ont été affichés', failed: 'le fichier ne peut pas être lu' },
  },
  columns: {
    setting: 'paramètre',
    value: 'valeur',
    byDefault: 'par défaut',
    effect: 'une modification prend effet',
  },
  effects: {
    nothing: 'aussitôt',
    'apply-live': 'aussitôt',
    reconnect: 'à la prochaine connexion',
    'restart-worker': 'au prochain démarrage',
  },
  computed: (line) => `calculé par du code à la ligne ${line}`,
  comesTo: (value, from, line) =>
    from.length === 0
      ? `${value} (ligne ${line})`
      : `${value} (de ${from.join(', ')}, ligne ${line})`,
  unusable: (line) => `valeur inutilisable à la ligne ${line}`,
  hidden: '(défini, non affiché)',
  notSet: 'non défini',
  withChoices: (help, choices) => `${help} Au choix : ${choices.join(', ')}.`,
};
