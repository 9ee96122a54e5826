import type { diagnose as english } from '../../../en/cli/verbs/diagnose.ts';
import { workerDirectory } from '../shared.ts';

export const diagnose: typeof english = {
  help: {
    summary: 'afficher un rapport pour qui vous aide, sans secrets',
    about: [
      'Les versions, l’état du worker et ses derniers états, ses paramètres, ce que donne chaque vérification et les 200 dernières lignes de son journal, en Markdown. Les mots de passe, les jetons et tout ce qui ressemble à un secret apparaissent comme ***, votre répertoire personnel et votre nom comme ~. Les noms des masters, workers, builders et fichiers y sont : lisez-le avant de le transmettre.',
      'Un worker qui ne tourne pas ou qui est bloqué reçoit un rapport aussi. Il est en anglais, comme le journal.',
    ],
    args: { dir: workerDirectory },
    options: {
      output: 'écrire le rapport dans ce fichier, que vous seul pouvez lire, au lieu de l’afficher',
    },
    exit: { ok: 'le rapport a été fait', failed: 'le fichier ne peut pas être écrit' },
  },
  written: (path) => `Le rapport est dans ${path}. Lisez-le avant de le transmettre.`,
};
