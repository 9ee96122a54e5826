import type { program as english } from '../../en/cli/program.ts';

export const program: typeof english = {
  description: 'Un worker Buildbot, sans fenêtre',
  version: 'afficher les versions',
  help: 'afficher l’aide',
  afterHelp:
    'Chaque commande a son propre --help. Code de sortie : 0 fait, 1 échec, 2 mauvais usage. Pour les scripts faits pour buildbot-worker, --verbose peut précéder la commande ; cela ne change rien.',
  headings: {
    'Usage:': 'Usage :',
    'Arguments:': 'Arguments :',
    'Options:': 'Options :',
    'Commands:': 'Commandes :',
  },
  helpOfCommand: 'afficher l’aide d’une commande',
  withDefault: (text, byDefault) => `${text} (par défaut : ${byDefault})`,
  exitStatus: (ok, failed) => `Code de sortie 0 : ${ok}. 1 : ${failed}.`,
  defect: 'C’est un défaut de Buildtray ; merci de le signaler.',
  notUtf8: (word) =>
    `« ${word} » contient des octets qui ne sont pas de l’UTF-8 et désignerait un autre fichier ; donnez-lui un autre nom, ou atteignez-le par un lien.`,
  outputLost: (reason) => `Impossible d’écrire sur la sortie standard : ${reason}.`,
  usage: {
    unknownCommand: (command) => `commande inconnue « ${command} »`,
    unknownOption: (option) => `option inconnue « ${option} »`,
    didYouMean: (sentence, word) => `${sentence}. Vouliez-vous dire ${word} ?`,
    missingArgument: (argument) => `il manque l’argument « ${argument} »`,
    missingValue: (option) => `l’option « ${option} » demande une valeur`,
    tooManyArguments: 'trop d’arguments',
    wrongArgument: (value, argument, choices) =>
      `« ${value} » ne convient pas pour ${argument} : choisissez parmi ${choices}.`,
    changesNothing: (word) => `« ${word} » ne change rien ; écrivez NOM=VALEUR.`,
    namedTwice: (name) => `${name} est donné deux fois.`,
    notTogether: (one, other) => `${one} et ${other} ne peuvent pas aller ensemble.`,
  },
};
