import type { Origin } from '../../../contract/problems/facts.ts';
import type { OwnEffect, PlaceRemedy, Substitute } from '../../../contract/problems/tac.ts';
import { assertNever } from '../../../lib/assert-never.ts';
import type { WordsOf } from '../../problem-words.ts';
import { expectedText, placeText } from './facts.ts';

export const tac: WordsOf<'tac'> = {
  unusable: ({ path }) => `${path} est inutilisable.`,
  tooLarge: ({ path }) => `${path} est trop gros pour contenir les paramètres d’un worker.`,
  lacksSign: ({ path }) =>
    `Impossible d’écrire ${path} : il est dans l’encodage latin-1, qui n’a pas un caractère de la nouvelle valeur ; enregistrez d’abord le fichier en UTF-8.`,
  noWorkerInText: () => 'Il n’y a pas de worker dans ce texte.',

  hasNoWorker: ({ path }) =>
    `${path} ne crée aucun worker ; il faut une ligne comme \`s = Worker(…)\`.`,
  hasSeveralWorkers: ({ path, count, lines }) =>
    `${path} crée ${count} workers (lignes ${lines}), et Buildtray en fait tourner un par répertoire ; donnez à chaque worker un répertoire à lui.`,
  hasEitherWorker: ({ path, lines, keyword }) =>
    `${path} crée un worker parmi plusieurs (lignes ${lines}), et \`${keyword}\` décide lequel ; Buildtray n’exécute pas de code : gardez celui qu’il faut à cette machine, et supprimez les autres.`,
  hidesWorker: ({ place, keyword }) =>
    `${placeText(place)} crée le worker à l’intérieur de \`${keyword}\`, et Buildtray n’exécute pas de code ; déplacez l’appel au premier niveau du fichier.`,
  endsItself: ({ place, code }) =>
    `${placeText(place)} met fin au fichier (\`${code}\`), ce qui veut dire que son worker ne doit pas tourner ; supprimez la ligne, ou mettez-la en commentaire, pour qu’il tourne.`,
  mayEndItself: ({ place, code, keyword }) =>
    `${placeText(place)} met fin au fichier à l’intérieur de \`${keyword}\` (\`${code}\`), et Buildtray, qui n’exécute pas de code, ne peut pas savoir si le worker doit tourner ; supprimez la ligne, ou mettez-la en commentaire, pour qu’il tourne.`,
  addsNoWorker: ({ place }) =>
    `${placeText(place)} crée le worker, mais aucune ligne ne l’ajoute à l’application, ce qui veut dire qu’il ne doit pas tourner ; ajoutez une ligne comme \`s.setServiceParent(application)\` pour qu’il tourne.`,
  mayAddNoWorker: ({ place, keyword }) =>
    `${placeText(place)} ajoute le worker à l’application à l’intérieur de \`${keyword}\`, et Buildtray, qui n’exécute pas de code, ne peut pas savoir s’il doit tourner ; déplacez la ligne au premier niveau du fichier.`,
  changesEnvironment: ({ place, names }) =>
    `${placeText(place)} modifie l’environnement des builds (${names}), ce qui n’est pas appliqué ; activez buildtray_tac_environment, « Environnement de buildbot.tac », pour l’appliquer.`,
  doesMoreThanSet: ({ place, code, effect }) =>
    `${placeText(place)} ${effectText(effect)} (\`${code}\`) ; Buildtray n’exécute pas de code, et cela n’est donc pas fait.`,
  doesMore: ({ path, count }) => `${path} fait ${count} autres choses que Buildtray ne fait pas.`,
  rotatesDaily: ({ place }) =>
    `${placeText(place)} : le journal change de fichier chaque jour ; Buildtray en change selon la taille, comme quand rien n’est défini.`,
  hasUnknownArgument: ({ place, argument }) =>
    `${placeText(place)} : le worker n’a pas d’argument ${argument} ; il est ignoré.`,
  hasUnknownPosition: ({ place, position }) =>
    `${placeText(place)} : le worker n’a pas d’argument numéro ${position} ; il est ignoré.`,
  isNoPython: ({ place }) =>
    `${placeText(place)} : ce n’est pas du Python valable ; la ligne est ignorée.`,

  lacks: ({ path, setting }) =>
    `${path} : ${setting} n’est pas passé au worker ; ajoutez-le à l’appel.`,
  hasNone: ({ place, setting }) =>
    `${placeText(place)} : ${setting} est None ; écrivez-y la valeur.`,
  lacksPassword: ({ place }) =>
    `${placeText(place)} : passwd est vide ; écrivez-y le mot de passe, ou saisissez-le dans les paramètres de l’application.`,
  namesTwoWays: ({ place, setting }) =>
    `${placeText(place)} : ${setting} et connection_string ne peuvent pas aller ensemble ; mettez l’un des deux à None.`,
  computes: ({ place, setting, code }) =>
    `${placeText(place)} : ${setting} est calculé par du code (\`${code}\`), que Buildtray n’exécute pas ; écrivez la valeur telle quelle.`,
  computesPassword: ({ place, code }) =>
    `${placeText(place)} : passwd est calculé par du code (\`${code}\`), que Buildtray n’exécute pas ; écrivez la valeur telle quelle, ou saisissez-la dans les paramètres de l’application, qui demandent pour cela un trousseau.`,
  computesInstead: ({ place, setting, code, used }) =>
    `${placeText(place)} : ${setting} est calculé par du code (\`${code}\`), que Buildtray n’exécute pas ; ${substituteText(used)} est utilisé à la place.`,
  lacksOrigin: ({ place, setting, origin }) =>
    `${placeText(place)} : ${setting} vient ${originText(origin)}.`,
  lacksOriginInstead: ({ place, setting, origin, used }) =>
    `${placeText(place)} : ${setting} vient ${originText(origin)} ; ${substituteText(used)} est utilisé à la place.`,
  expectsInstead: ({ place, setting, expected, used }) =>
    `${placeText(place)} : ${setting} doit être ${expectedText(expected)} ; ${substituteText(used)} est utilisé à la place.`,

  keepsComputed: ({ place, setting, code }) =>
    `${placeText(place)} : ${setting} est calculé par du code (\`${code}\`) et ne peut être modifié que là.`,
  cannotBeEdited: ({ path }) =>
    `${path} contient ses paramètres d’une façon que Buildtray ne peut pas modifier sans risque ; modifiez-le vous-même.`,
  lacksPlace: ({ path, setting, remedy }) =>
    `${path} n’a pas de place pour ${setting} ; ${remedyText(remedy)}.`,
};

/** What a line does, in words after its place. */
function effectText(effect: OwnEffect): string {
  switch (effect) {
    case 'environment':
      return 'modifie l’environnement par du code';
    case 'umask':
      return 'règle l’umask, pour lequel il y a le paramètre umask';
    case 'priority':
      return 'change la priorité du processus';
    case 'directory':
      return 'change le répertoire courant';
    case 'limits':
      return 'change les limites du processus';
    case 'user':
      return 'change l’utilisateur ou la session du processus';
    case 'command':
      return 'exécute ou arrête un programme';
    case 'service':
      return 'démarre un service à côté du worker';
    case 'log':
      return 'écrit le journal à sa façon';
    case 'import':
      return 'importe un module à vous, qui peut faire n’importe quoi';
    case 'code':
      return 'exécute son propre code';
    default:
      return assertNever(effect);
  }
}

/** Where a value was expected that is not there. */
function originText({ kind, name }: Origin): string {
  switch (kind) {
    case 'variable':
      return `de la variable d’environnement ${name}, qui n’était pas définie au démarrage de Buildtray`;
    case 'file':
      return `du fichier ${name}, qui ne peut pas être lu`;
    default:
      return assertNever(kind);
  }
}

/** What is used in the place of a value that cannot be used; masculine. */
function substituteText(used: Substitute): string {
  switch (used.kind) {
    case 'default':
      return `le réglage par défaut (${used.value})`;
    case 'own-directory':
      return 'le répertoire du fichier lui-même';
    default:
      return assertNever(used);
  }
}

/** What to do so that the file gets a place for a setting, in words after a semicolon. */
function remedyText(remedy: PlaceRemedy): string {
  switch (remedy) {
    case 'upgrade':
      return 'le fichier a été écrit pour un worker plus ancien : mettez-le d’abord à niveau';
    case 'name-in-log-block':
      return 'nommez-le d’abord dans son bloc du journal';
    case 'add-application':
      return "il n’a pas de bloc du journal, et aucun ne peut être ajouté sans une ligne `application = service.Application('buildbot-worker')`";
    default:
      return assertNever(remedy);
  }
}
