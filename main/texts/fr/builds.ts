import { BUILD_OUTCOMES, type BuildOutcome } from '../../contract/builds/build-history.ts';
import type { builds as english } from '../en/builds.ts';
import { format } from './format.ts';

const OUTCOMES: Readonly<Record<BuildOutcome, string>> = {
  running: 'En cours',
  ok: 'Sans erreur',
  errors: 'Avec erreurs',
  interrupted: 'Interrompu',
  lost: 'Perdu',
};

/** Within a sentence. */
const inside = (outcome: BuildOutcome): string => OUTCOMES[outcome].toLowerCase();

const buildsIn = (count: number) =>
  `${format.number(count)} ${format.plural(count, { one: 'build', other: 'builds' })}`;

const commands = (count: number) =>
  `${format.number(count)} ${format.plural(count, { one: 'commande', other: 'commandes' })}`;

const processes = (count: number) =>
  `${format.number(count)} ${format.plural(count, { one: 'processus', other: 'processus' })}`;

export const builds: typeof english = {
  title: 'Builds',
  about:
    'Ce qui a tourné sur cette machine ; cet historique reste ici. C’est le master qui décide si un build a réussi.',
  outcomes: OUTCOMES,
  outcomeHelp: {
    running: 'Il est en cours.',
    ok: 'Toutes les commandes ont réussi.',
    errors: 'Une commande a échoué.',
    interrupted: 'Le master a interrompu une commande.',
    lost: 'La connexion, le worker ou Buildtray a disparu avant sa fin.',
  },
  menu: 'Actions pour ce build',
  show: 'Afficher ce build',
  onlyBuilder: (builder) => `Seulement les builds de ${builder}`,
  builderName: 'le nom du builder',
  empty: 'Aucun build pour l’instant',
  emptyHelp: 'Quand le master lance un build sur ce worker, il apparaît ici avec ses commandes.',
  noneFound: 'Aucun build ne correspond.',
  found: (count, kept) =>
    count === kept ? buildsIn(kept) : `${format.number(count)} sur ${buildsIn(kept)}`,
  showAll: 'Tout afficher',
  search: 'Chercher builders, commandes, répertoires',
  builder: 'Builder',
  allBuilders: 'Tous les builders',
  outcome: 'Résultat',
  allOutcomes: 'Tous les résultats',
  list: 'Builds, du plus récent au plus ancien',
  columns: {
    outcome: 'Résultat',
    builder: 'Builder',
    started: 'Début',
    duration: 'Durée',
    commands: 'Commandes',
    output: 'Sortie',
  },
  commands,
  failed: (count) =>
    `${format.number(count)} ${format.plural(count, { one: 'en échec', other: 'en échec' })}`,
  timeline: {
    title: 'Ce qui a tourné, et quand',
    span: 'Période affichée',
    spans: { hour: '1 heure', day: '1 jour', week: '1 semaine', all: 'Tout' },
    summary: (count, builders, from, to) =>
      count === 0
        ? 'Aucun build pendant cette période.'
        : `${buildsIn(count)} de ${format.number(builders)} ${format.plural(builders, { one: 'builder', other: 'builders' })}, ${format.range(from, to)}.`,
    others: (count) =>
      format.plural(count, {
        one: `${format.number(count)} autre builder n’a pas de place ici : choisissez-le ci-dessus.`,
        other: `${format.number(count)} autres builders n’ont pas de place ici : choisissez-en un ci-dessus.`,
      }),
    keys: 'Les flèches passent d’un build à l’autre, Entrée en affiche un.',
    bar: (builder, { builds: count, outcome, startedAt, endedAt }, now) =>
      count === 1
        ? `${builder} : ${inside(outcome)}, ${format.dateTime(startedAt)}, ${format.duration((endedAt ?? now) - startedAt)}`
        : `${builder} : ${buildsIn(count)}, pire résultat : ${inside(outcome)}, ${format.range(startedAt, endedAt ?? now)}`,
  },
  durations: {
    title: 'Durée des builds',
    label: 'Durée',
    builder: 'Builder mesuré',
    summary: (builder, count, usualMs) =>
      usualMs === undefined
        ? `${buildsIn(count)} de ${builder}.`
        : `${buildsIn(count)} de ${builder} ; la ligne marque la durée habituelle de ${format.duration(usualMs)}.`,
    shared: (count) => `Chaque barre montre la médiane de ${buildsIn(count)} consécutifs.`,
    bar: ({ builds: count, firstAt, lastAt, shortestMs, middleMs, longestMs, outcomes }) =>
      [
        count === 1
          ? format.dateTime(firstAt)
          : `${buildsIn(count)}, ${format.range(firstAt, lastAt)}`,
        count === 1
          ? format.duration(middleMs)
          : `${format.duration(middleMs)} (de ${format.duration(shortestMs)} à ${format.duration(longestMs)})`,
        BUILD_OUTCOMES.flatMap((outcome) => {
          const many = outcomes[outcome] ?? 0;
          return many === 0 ? [] : `${format.number(many)} ${inside(outcome)}`;
        }).join(', '),
      ].join('\n'),
    tooFew: 'Le graphique demande deux builds terminés d’un même builder.',
  },
  details: {
    label: 'Le build',
    choose: 'Choisissez un build pour voir ses commandes.',
    close: 'Retour à la liste',
    gone: 'Ce build n’est plus conservé.',
    started: 'Début',
    ended: 'Fin',
    took: 'Durée',
    output: 'Sortie',
    directory: 'Répertoire',
    words: 'Arguments',
    noCommands: 'Aucune commande de ce build n’a été conservée.',
    leftovers: (names, count) =>
      `Restés en route, puis arrêtés : ${names.join(', ')} (${processes(count)})`,
    endedWithCommands: (names, count) =>
      `Arrêtés avec leur commande : ${names.join(', ')} (${processes(count)})`,
    leftOut: (count) =>
      format.plural(count, {
        one: `${format.number(count)} autre commande est seulement comptée.`,
        other: `${format.number(count)} autres commandes sont seulement comptées.`,
      }),
    command: 'la commande',
    after: (ms) => `après ${format.duration(ms)}`,
    end: (end): string => {
      if (end === undefined) return 'en cours';
      switch (end.kind) {
        case 'exited':
          if (end.reason !== undefined) return `arrêté par une limite (${end.reason})`;
          return end.rc === undefined ? 'terminé' : `code de sortie ${end.rc}`;
        case 'failed':
          return `échec : ${end.sentence}`;
        case 'interrupted':
          return 'interrompu par le master';
        case 'dropped':
          return 'perdu';
      }
    },
  },
  output: {
    show: 'Sortie',
    of: (command) => `Sortie de ${command}`,
    failedOnly: 'Échecs seulement',
    hidden: (count) =>
      format.plural(count, {
        one: `${commands(count)} sans échec est masquée.`,
        other: `${commands(count)} sans échec sont masquées.`,
      }),
    search: 'Chercher dans cette sortie',
    next: 'Résultat suivant (Entrée)',
    previous: 'Résultat précédent (Maj+Entrée)',
    place: (at, count) => `${format.number(at)} sur ${format.number(count)}`,
    none: 'Aucun résultat',
    toFailure: 'Aller à l’échec',
    copy: 'la sortie',
    save: 'Enregistrer sous…',
    saved: 'La sortie a été enregistrée.',
    enlarge: 'Agrandir',
    cut: (bytes) => `Seuls les derniers ${format.bytes(bytes)} ont été conservés.`,
    gone: 'Cette sortie n’est plus conservée. Les préférences définissent combien on en garde.',
  },
  clear: {
    button: 'Effacer l’historique…',
    title: 'Effacer l’historique ?',
    text: (count) =>
      `L’historique de ${buildsIn(count)} disparaît de cette machine, avec les commandes, les heures et les sorties conservées. Le master garde le sien.`,
    confirm: 'Effacer l’historique',
  },
};
