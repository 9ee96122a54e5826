import type { hostinfo as english } from '../../../en/cli/verbs/hostinfo.ts';
import { quiet, reconnect, workerDirectory } from '../shared.ts';

export const hostinfo: typeof english = {
  help: {
    summary: 'afficher ou modifier ce que le projet apprend sur cette machine',
    about: [
      "Affiche les fichiers sous info/, que la page web du master montre à tout le monde. NAME=TEXT en écrit un, par exemple admin='Ada <ada@example.org>' ; avec - comme texte, il est lu sur l’entrée standard, et un texte vide supprime le fichier.",
      'Le master les lit quand le worker se connecte ; avec --reconnect, c’est dès qu’aucun build n’est en cours. --sent affiche tout ce qui quitte alors cette machine, et les noms des variables cachées aux builds et au master.',
    ],
    args: { dir: workerDirectory, 'name=text': 'un fichier et son texte' },
    options: {
      'fill-in': 'remplir admin et host d’après cette machine',
      'munge-email': 'avec --fill-in, écrire les adresses comme « ada at example dot org »',
      shared: 'si un fichier est un lien, modifier le fichier vers lequel il mène',
      'replace-link': 'remplacer un lien par un fichier à soi',
      sent: 'afficher tout ce qui est envoyé au master',
      reconnect,
      quiet,
    },
    exit: {
      ok: 'cela a été affiché ou écrit',
      failed:
        'un fichier ne peut être ni lu ni écrit, ou est un lien et aucune option ne dit qu’en faire',
    },
  },
  oneFileFromInput: 'L’entrée standard ne peut être lue que pour un seul fichier.',
  nothingThere: (infoDir) =>
    `Il n’y a rien dans ${infoDir} : le projet ne voit que le nom du worker.`,
  file: (name) => `${name} :`,
  link: (name, target) => `${name}, un lien vers ${target} :`,
  chooseForLink: (problem) => `${problem} Utilisez --shared ou --replace-link.`,
  wrote: (name) => `${name} écrit`,
  removed: (name) => `${name} supprimé`,
  readWhenConnecting: 'le master le lit quand le worker se connecte',
  readAtNextConnection: 'le master le lit à la prochaine connexion',
  readAfterReconnect: 'le master le lit à la prochaine connexion ; --reconnect en établit une',
  sent: {
    toMaster: 'Envoyé au master :',
    variables: 'Le master et les builds voient ces variables :',
    onlyForBuilds: (names) => `Seuls les builds voient : ${names.join(', ')}`,
    kept: (names) => `Gardées ici : ${names.join(', ')}`,
    nothingKept: 'Gardées ici : aucune variable',
  },
};
