import type { set as english } from '../../../en/cli/verbs/set.ts';
import { quiet, reconnect, workerDirectory, writeNothing } from '../shared.ts';

export const set: typeof english = {
  help: {
    summary: 'modifier les paramètres d’un worker',
    about: [
      'Par exemple, set keepalive=300 umask=0o22 : les noms et les valeurs tels que buildtray settings les affiche, les textes sans guillemets, les durées et les tailles aussi avec une unité, comme 5min ou 10MB. None retire un paramètre. Pour passwd et proxy.password, la valeur - lit une ligne de l’entrée standard.',
      'Toutes les modifications sont faites, ou aucune. Tous les autres caractères de buildbot.tac restent tels quels ; ce que du code y calcule ne peut être modifié qu’à la main. Le worker en marche applique les modifications, comme avec buildtray reload.',
    ],
    args: { dir: workerDirectory, 'name=value': 'ce qu’il faut modifier' },
    options: { 'dry-run': writeNothing, reconnect, quiet },
    exit: {
      ok: 'les paramètres ont ces valeurs, et le worker en marche les applique, ou les appliquera',
      failed:
        'ils ne peuvent être ni lus ni écrits, ou le worker en marche ne peut pas les appliquer',
    },
  },
  nothingNamed:
    'Nommez ce qu’il faut modifier, par exemple keepalive=300 ; buildtray settings liste tous les paramètres.',
  unknownSetting: (name) => `Il n’y a pas de paramètre « ${name} » ; buildtray settings les liste.`,
  ofSetting: (name, problem) => `${name} : ${problem}`,
  nothingWouldChange: 'Rien ne changerait.',
  wouldChange: (names) => `serait modifié : ${names.join(', ')}`,
  nothingWritten: 'Rien n’a été écrit.',
  noWorkerRuns: 'aucun worker n’y tourne ; le prochain démarre avec ces paramètres',
  atNextStart: (pid) => `buildbot-worker (processus ${pid}) l’applique à son prochain démarrage`,
};
