import type { WordsOf } from '../../problem-words.ts';
import { fileReasonText } from './facts.ts';

export const directory: WordsOf<'directory'> = {
  directoryMissing: ({ path }) =>
    `${path} n’existe pas : remettez le répertoire en place s’il a été déplacé, ou créez-y un worker.`,
  directoryUnreadable: ({ path }) =>
    `Cet utilisateur ne peut pas lire ${path} ; donnez-vous les droits.`,
  directoryUnwritable: ({ path }) =>
    `Cet utilisateur ne peut pas écrire dans ${path} ; le worker y garde ses builds et son journal.`,
  noWorkerThere: ({ path }) =>
    `Ce n’est pas un répertoire de worker : ${path} (il ne contient pas de buildbot.tac)`,
  runByBuildtray: ({ basedir, pid }) =>
    `Buildtray fait déjà tourner ${basedir} (processus ${pid}) ; arrêtez d’abord celui-là.`,
  runByBuildbotWorker: ({ basedir, pid }) =>
    `buildbot-worker fait déjà tourner ${basedir} (processus ${pid}) ; arrêtez d’abord celui-là.`,
  notBuildbotWorker: ({ dir }) =>
    `Ce n’est pas un répertoire de worker : ${dir} (son buildbot.tac ne contient pas Application('buildbot-worker'))`,
  otherApplication: ({ dir, name }) =>
    `Ce n’est pas un répertoire de worker : ${dir} (son buildbot.tac ne contient pas Application('buildbot-worker'), mais '${name}')`,
  keyringMissing: () =>
    'Le mot de passe est dans un trousseau qui n’est pas disponible maintenant : déverrouillez-le, ou écrivez le mot de passe dans buildbot.tac.',
  keyringFailed: ({ reason }) =>
    `Le trousseau ne rend pas le mot de passe (${reason}) : écrivez-le dans buildbot.tac.`,
  keyringRefuses: ({ reason }) => `Le trousseau n’accepte pas le mot de passe : ${reason}.`,
  startsAlready: ({ basedir }) =>
    `Un autre processus est en train de démarrer le worker dans ${basedir}.`,
  cannotLock: ({ path, reason }) =>
    `Impossible de verrouiller ${path} : ${fileReasonText(reason)}.`,
  madeByOldBuildbot: ({ dir }) =>
    `${dir} a été créé par un Buildbot d’avant 0.9 ; il peut tourner tel quel, et \`buildtray upgrade-worker ${dir}\` le met à jour.`,
};
