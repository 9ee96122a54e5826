import type { shell as english } from '../en/shell.ts';
import { format } from './format.ts';

export const shell: typeof english = {
  navigation: 'Pages',
  worker: 'Worker',
  developmentRuntime: (version) =>
    `Tourne sur Electron ${version}, réservé au développement et aux tests.`,
  brokenPage: 'Cette page a échoué à cause d’un défaut',
  brokenPageHelp: 'Les builds ne sont pas touchés. Rouvrez la page, et signalez ceci :',
  brokenReport: 'le rapport',
  openAgain: 'Rouvrir la page',
  connected: 'Votre worker est connecté',
  inTray:
    'Buildtray continue dans la zone de notification quand vous fermez cette fenêtre. Son icône montre l’état et ramène la fenêtre.',
  refused: 'Ce n’est pas possible maintenant',
  finder: {
    open: 'Chercher…',
    title: 'Chercher',
    label: 'Chercher une page, une action, un worker, un paramètre ou un builder',
    help: 'Les flèches choisissent, Entrée ouvre. F1 liste tous les raccourcis.',
    found: (count) =>
      count === 0
        ? 'Rien trouvé'
        : format.plural(count, {
            one: `${format.number(count)} résultat`,
            other: `${format.number(count)} résultats`,
          }),
    kinds: {
      page: 'Page',
      worker: 'Worker',
      action: 'Action',
      setting: 'Paramètre',
      builder: 'Builder',
    },
    choice: (request, choice) => `${request} : ${choice}`,
  },
  keys: {
    title: 'Raccourcis clavier',
    about: 'Les flèches parcourent les listes et les menus, Échap ferme ce qui est ouvert.',
    names: { Ctrl: 'Ctrl', Shift: 'Maj' },
    named: (label, keys) => `${label} (${keys})`,
    find: 'Chercher quoi que ce soit',
    search: 'Chercher dans le journal ou une sortie',
    menu: 'Ouvrir le menu d’un worker, d’un build ou du journal',
    keys: 'Afficher cette liste',
  },
};
