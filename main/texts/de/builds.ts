import { BUILD_OUTCOMES, type BuildOutcome } from '../../contract/builds/build-history.ts';
import type { builds as english } from '../en/builds.ts';
import { format } from './format.ts';

const OUTCOMES: Readonly<Record<BuildOutcome, string>> = {
  running: 'Läuft',
  ok: 'Ohne Fehler',
  errors: 'Mit Fehlern',
  interrupted: 'Abgebrochen',
  lost: 'Verloren',
};

/** Within a sentence; nouns keep their capitals. */
const OUTCOMES_INSIDE: Readonly<Record<BuildOutcome, string>> = {
  running: 'läuft',
  ok: 'ohne Fehler',
  errors: 'mit Fehlern',
  interrupted: 'abgebrochen',
  lost: 'verloren',
};

const buildsIn = (count: number) =>
  `${format.number(count)} ${format.plural(count, { one: 'Build', other: 'Builds' })}`;

const commands = (count: number) =>
  `${format.number(count)} ${format.plural(count, { one: 'Befehl', other: 'Befehle' })}`;

export const builds: typeof english = {
  title: 'Builds',
  about:
    'Was auf diesem Rechner lief; nur hier gespeichert. Ob ein Build als bestanden gilt, sagt sein Master.',
  outcomes: OUTCOMES,
  outcomeHelp: {
    running: 'Er läuft gerade.',
    ok: 'Jeder Befehl endete ohne Fehler.',
    errors: 'Ein Befehl endete mit einem Fehler.',
    interrupted: 'Der Master hat einen Befehl vorzeitig beendet.',
    lost: 'Währenddessen riss die Verbindung ab, oder der Worker oder Buildtray endete.',
  },
  empty: 'Noch keine Builds',
  emptyHelp: 'Sobald der Master diesem Worker einen Build gibt, steht er hier mit seinen Befehlen.',
  noneFound: 'Kein Build passt.',
  found: (count, kept) =>
    count === kept ? buildsIn(kept) : `${format.number(count)} von ${buildsIn(kept)}`,
  showAll: 'Alle anzeigen',
  search: 'Builder, Befehle, Verzeichnisse',
  builder: 'Builder',
  allBuilders: 'Alle Builder',
  outcome: 'Ausgang',
  allOutcomes: 'Jeder Ausgang',
  list: 'Builds, neueste zuerst',
  menu: 'Aktionen für diesen Build',
  show: 'Diesen Build anzeigen',
  onlyBuilder: (builder) => `Nur Builds von ${builder}`,
  builderName: 'Namen des Builders',
  columns: {
    outcome: 'Ausgang',
    builder: 'Builder',
    started: 'Begonnen',
    duration: 'Dauer',
    commands: 'Befehle',
    output: 'Ausgabe',
  },
  commands,
  failed: (count) => `${format.number(count)} mit Fehler`,
  timeline: {
    title: 'Was wann lief',
    span: 'Angezeigter Zeitraum',
    spans: { hour: '1 Stunde', day: '1 Tag', week: '1 Woche', all: 'Alles' },
    summary: (count, builders, from, to) =>
      count === 0
        ? 'Keine Builds in diesem Zeitraum.'
        : `${buildsIn(count)} von ${format.number(builders)} ${format.plural(builders, { one: 'Builder', other: 'Buildern' })}, ${format.range(from, to)}.`,
    others: (count) =>
      `Für ${format.number(count)} ${format.plural(count, { one: 'weiteren', other: 'weitere' })} Builder ist hier kein Platz: Wählen Sie oben einen aus.`,
    keys: 'Pfeiltasten führen von Build zu Build, Eingabe zeigt einen an.',
    bar: (builder, { builds: count, outcome, startedAt, endedAt }, now) =>
      count === 1
        ? `${builder}: ${OUTCOMES_INSIDE[outcome]}, ${format.dateTime(startedAt)}, ${format.duration((endedAt ?? now) - startedAt)}`
        : `${builder}: ${buildsIn(count)}, schlechtester Ausgang: ${OUTCOMES_INSIDE[outcome]}, ${format.range(startedAt, endedAt ?? now)}`,
  },
  durations: {
    title: 'Wie lange Builds dauerten',
    label: 'Dauer',
    builder: 'Gemessener Builder',
    summary: (builder, count, usualMs) =>
      usualMs === undefined
        ? `${buildsIn(count)} von ${builder}.`
        : `${buildsIn(count)} von ${builder}; üblich sind ${format.duration(usualMs)}, wo die Linie liegt.`,
    shared: (count) => `Jeder Balken zeigt den Median von ${buildsIn(count)} nacheinander.`,
    bar: ({ builds: count, firstAt, lastAt, shortestMs, middleMs, longestMs, outcomes }) =>
      [
        count === 1
          ? format.dateTime(firstAt)
          : `${buildsIn(count)}, ${format.range(firstAt, lastAt)}`,
        count === 1
          ? format.duration(middleMs)
          : `${format.duration(middleMs)} (${format.duration(shortestMs)} bis ${format.duration(longestMs)})`,
        BUILD_OUTCOMES.flatMap((outcome) => {
          const many = outcomes[outcome] ?? 0;
          return many === 0 ? [] : `${format.number(many)} ${OUTCOMES_INSIDE[outcome]}`;
        }).join(', '),
      ].join('\n'),
    tooFew: 'Ab zwei beendeten Builds eines Builders gibt es ein Bild.',
  },
  details: {
    label: 'Der Build',
    choose: 'Wählen Sie einen Build, um seine Befehle zu sehen.',
    close: 'Zurück zur Liste',
    gone: 'Dieser Build ist nicht mehr gespeichert.',
    started: 'Begonnen',
    ended: 'Beendet',
    took: 'Dauer',
    output: 'Ausgabe',
    directory: 'Verzeichnis',
    words: 'Argumente',
    noCommands: 'Von seinen Befehlen wurde nichts gespeichert.',
    leftovers: (names: readonly string[], count: number) =>
      `Übrig geblieben und beendet: ${names.join(', ')} (${format.number(count)} ${format.plural(count, { one: 'Prozess', other: 'Prozesse' })})`,
    endedWithCommands: (names: readonly string[], count: number) =>
      `Mit ihrem Befehl beendet: ${names.join(', ')} (${format.number(count)} ${format.plural(count, { one: 'Prozess', other: 'Prozesse' })})`,
    leftOut: (count) =>
      `${format.number(count)} ${format.plural(count, { one: 'weiterer Befehl ist nur gezählt', other: 'weitere Befehle sind nur gezählt' })}.`,
    command: 'Befehl',
    after: (ms) => `nach ${format.duration(ms)}`,
    end: (end): string => {
      if (end === undefined) return 'läuft';
      switch (end.kind) {
        case 'exited':
          if (end.reason !== undefined) return `wegen seiner Grenze beendet (${end.reason})`;
          return end.rc === undefined ? 'beendet' : `Exit-Code ${end.rc}`;
        case 'failed':
          return `gescheitert: ${end.sentence}`;
        case 'interrupted':
          return 'vom Master abgebrochen';
        case 'dropped':
          return 'verloren';
      }
    },
  },
  output: {
    show: 'Ausgabe',
    of: (command) => `Ausgabe von ${command}`,
    failedOnly: 'Nur mit Fehler',
    hidden: (count) =>
      `${commands(count)} ohne Fehler ${format.plural(count, { one: 'ist', other: 'sind' })} ausgeblendet.`,
    search: 'In dieser Ausgabe suchen',
    next: 'Nächste Stelle (Eingabe)',
    previous: 'Vorige Stelle (Umschalt+Eingabe)',
    place: (at, count) => `${format.number(at)} von ${format.number(count)}`,
    none: 'Keine Stelle gefunden',
    toFailure: 'Zum Fehler',
    copy: 'Ausgabe',
    save: 'Speichern unter…',
    saved: 'Die Ausgabe ist gespeichert.',
    enlarge: 'Größer anzeigen',
    cut: (bytes) => `Nur die letzten ${format.bytes(bytes)} sind gespeichert.`,
    gone: 'Diese Ausgabe ist nicht mehr gespeichert. Wie viel gespeichert bleibt, steht in den Optionen.',
  },
  clear: {
    button: 'Verlauf löschen…',
    title: 'Alle Builds vergessen?',
    text: (count) =>
      `${format.number(count)} ${format.plural(count, { one: 'Build', other: 'Builds' })} mit Befehlen, Zeiten und Ausgaben ${format.plural(count, { one: 'verschwindet', other: 'verschwinden' })} von diesem Rechner. Der Master behält seine eigenen.`,
    confirm: 'Vergessen',
  },
};
