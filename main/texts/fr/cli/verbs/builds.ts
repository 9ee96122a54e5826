import type { builds as english } from '../../../en/cli/verbs/builds.ts';
import { format } from '../../format.ts';
import { asJson, workerDirectory } from '../shared.ts';

export const builds: typeof english = {
  help: {
    summary:
      'afficher les builds qui ont tourné ici, du plus récent au plus ancien, ou les effacer',
    about: [
      'Une ligne par build : son début, son résultat pour autant qu’un worker le connaisse, son builder, sa durée, le nombre de ses commandes et la taille de leur sortie. Jusqu’à 10 000 builds exécutés par l’application et par buildtray start sont conservés dans votre dossier personnel ; ceux que buildbot-worker a exécutés ne le sont pas.',
      '--clear efface tout l’historique sans demander, sauf les builds en cours, avec la sortie que l’application a conservée, et affiche combien de builds ont été effacés. Le worker en marche les oublie aussi, et la fenêtre de l’application ne les montre plus. Le master garde ses propres traces.',
    ],
    args: { dir: workerDirectory },
    options: {
      lines: 'combien de builds afficher',
      builder: 'seulement les builds de ce builder',
      search:
        'seulement les builds avec ces mots dans leur builder, leurs commandes ou répertoires',
      verbose: 'afficher aussi leurs commandes',
      clear: 'effacer l’historique ; ne va qu’avec --json',
      json: asJson,
    },
    exit: {
      ok: 'les builds ont été affichés ou effacés, ou il n’y en a pas',
      failed: 'ils ne peuvent être ni lus ni effacés',
    },
  },
  linesNeedsNumber: (typed) => `--lines demande un nombre supérieur à 0, et non « ${typed} ».`,
  clearGoesAlone: (option) =>
    `--clear efface tout l’historique : il ne peut pas aller avec ${option}.`,
  outcomes: {
    running: 'en cours',
    ok: 'sans erreur',
    errors: 'avec erreurs',
    interrupted: 'interrompu',
    lost: 'perdu',
  },
  build: (builder, took, commands, outputBytes) =>
    `${builder}, ${took}, ${format.number(commands)} ${format.plural(commands, { one: 'commande', other: 'commandes' })}, ${format.bytes(outputBytes)}`,
  command: (end, took, summary, workdir) => {
    const head = took === undefined ? end : `${end}, ${took}`;
    return workdir === undefined
      ? `${head} : ${summary}`
      : `${head} : ${summary}  (dans ${workdir})`;
  },
  nothingBuilt: 'Aucun build n’a encore tourné ici.',
  noneFits: 'Aucun build ne correspond.',
  nothingToRemove: (basedir) => `L’historique du worker dans ${basedir} est déjà vide.`,
  removed: (count, basedir) =>
    `${format.number(count)} ${format.plural(count, { one: 'build effacé', other: 'builds effacés' })} de l’historique du worker dans ${basedir}.`,
};
