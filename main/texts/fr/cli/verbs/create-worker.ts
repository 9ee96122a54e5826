import type { createWorker as english } from '../../../en/cli/verbs/create-worker.ts';
import { createWorkerProblem } from '../create-worker-problem.ts';

export const createWorker: typeof english = {
  help: {
    summary: 'créer le répertoire d’un worker',
    about: [
      'Crée DIR avec un buildbot.tac de mode 0600 et les fichiers sous info/, que le master montre à tout le monde. Les fichiers existants ne sont jamais écrasés : si buildbot.tac diffère, buildbot.tac.new est écrit à côté.',
      'MASTER est host[:port] ; une adresse IPv6 se met entre crochets, et le port est 9989 par défaut. Avec - comme PASSWD, le mot de passe est lu sur l’entrée standard, ce qui le garde hors de l’historique du shell.',
    ],
    args: {
      dir: 'répertoire à créer',
      master: 'host[:port] du master',
      name: 'nom du worker',
      passwd: 'son mot de passe ; - le lit sur l’entrée standard',
    },
    options: {
      force: 'accepté pour d’anciens scripts : un répertoire existant est réutilisé de toute façon',
      relocatable: 'écrire un buildbot.tac qui fonctionne encore quand le répertoire est déplacé',
      'no-logrotate': 'laisser le journal grandir sans limite',
      quiet: 'n’afficher que les erreurs',
      admin:
        "qui s’occupe de cette machine, pour info/admin, par exemple 'Ada <ada@example.org>' ; par défaut : vos nom et adresse dans git",
      'munge-email': 'écrire les adresses d’info/admin comme « ada at example dot org »',
      'access-uri':
        'comment les personnes auxquelles le master fait confiance atteignent cette machine, par exemple ssh://moi@hote, pour info/access_uri ; par défaut, ce fichier n’est pas écrit',
    },
    exit: { ok: 'le répertoire existe', failed: 'il n’a pas pu être créé' },
  },
  problem: createWorkerProblem,
  steps: {
    'made-directory': (path) => `répertoire ${path} créé`,
    'kept-directory': (path) => `répertoire ${path} réutilisé`,
    'made-file': (path) => `${path} écrit`,
    'kept-file': (path) => `${path} laissé tel quel`,
    'made-beside': (path) => `${path} écrit, car le fichier existant diffère : comparez les deux`,
  },
  reviewInfo: (basedir) =>
    `Relisez les fichiers dans ${basedir}/info : le master les montre à tout le monde.`,
  aboutAdmin:
    'info/admin est vide : écrivez-y qui s’occupe de cette machine, par exemple Ada <ada@example.org>.',
  aboutAccessUri:
    'info/access_uri n’a pas été écrit : si les personnes qui gèrent le master peuvent ouvrir une session ici, ajoutez-le avec l’adresse, par exemple ssh://moi@hote.',
  configured: (basedir) => `worker configuré dans ${basedir}`,
  protocolFound: (protocol) => `le master parle le protocole ${protocol}`,
  protocolNotFound: (why, options) =>
    `Le protocole du master n’a pas pu être déterminé. ${why} Vous pouvez aussi le nommer vous-même : ${options.join(' ou ')}.`,
};
