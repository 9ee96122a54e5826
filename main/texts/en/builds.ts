import { BUILD_OUTCOMES, type BuildOutcome } from '../../contract/builds/build-history.ts';
import type { DurationBar, TimelineBar } from '../../contract/builds/build-pictures.ts';
import type { CommandEnd } from '../../contract/builds/work-event.ts';
import { format } from './format.ts';

const OUTCOMES: Readonly<Record<BuildOutcome, string>> = {
  running: 'Running',
  ok: 'No errors',
  errors: 'With errors',
  interrupted: 'Interrupted',
  lost: 'Lost',
};

const buildsIn = (count: number) =>
  `${format.number(count)} ${format.plural(count, { one: 'build', other: 'builds' })}`;

const commands = (count: number) =>
  `${format.number(count)} ${format.plural(count, { one: 'command', other: 'commands' })}`;

/** The page of what ran here. */
export const builds = {
  title: 'Builds',
  about:
    'What ran on this machine; this history stays here. Whether a build passed is up to its master.',
  outcomes: OUTCOMES,
  outcomeHelp: {
    running: 'It is running.',
    ok: 'Every command succeeded.',
    errors: 'A command failed.',
    interrupted: 'The master interrupted a command.',
    lost: 'The connection, the worker or this app went away before it ended.',
  } satisfies Record<BuildOutcome, string>,
  empty: 'No builds yet',
  emptyHelp: 'When the master starts a build on this worker, it appears here with its commands.',
  noneFound: 'No matching builds.',
  /** How many of all there are. */
  found: (count: number, kept: number) =>
    count === kept ? buildsIn(kept) : `${format.number(count)} of ${buildsIn(kept)}`,
  showAll: 'Show all',
  search: 'Search builders, commands, directories',
  builder: 'Builder',
  allBuilders: 'All builders',
  outcome: 'Result',
  allOutcomes: 'Any result',
  list: 'Builds, newest first',
  menu: 'Actions for this build',
  show: 'Show this build',
  onlyBuilder: (builder: string) => `Only builds of ${builder}`,
  /** Named beside *Copy*. */
  builderName: 'the builder’s name',
  columns: {
    outcome: 'Result',
    builder: 'Builder',
    started: 'Started',
    duration: 'Duration',
    commands: 'Commands',
    output: 'Output',
  },
  commands,
  failed: (count: number) => `${format.number(count)} failed`,
  timeline: {
    title: 'What ran when',
    span: 'Time shown',
    spans: { hour: '1 hour', day: '1 day', week: '1 week', all: 'All' },
    /** What the picture shows, in words. */
    summary: (count: number, builders: number, from: number, to: number) =>
      count === 0
        ? 'No builds in this time.'
        : `${buildsIn(count)} of ${format.number(builders)} ${format.plural(builders, { one: 'builder', other: 'builders' })}, ${format.range(from, to)}.`,
    others: (count: number) =>
      `${format.number(count)} more ${format.plural(count, { one: 'builder has', other: 'builders have' })} no room here: choose one above.`,
    keys: 'Use the arrow keys to move between builds, and Enter to show one.',
    /** A build, or several that began at about the same time; the worst result of them. */
    bar: (
      builder: string,
      { builds: count, outcome, startedAt, endedAt }: TimelineBar,
      now: number,
    ) =>
      count === 1
        ? `${builder}: ${OUTCOMES[outcome].toLowerCase()}, ${format.dateTime(startedAt)}, ${format.duration((endedAt ?? now) - startedAt)}`
        : `${builder}: ${buildsIn(count)}, worst result: ${OUTCOMES[outcome].toLowerCase()}, ${format.range(startedAt, endedAt ?? now)}`,
  },
  durations: {
    title: 'How long builds took',
    label: 'Duration',
    builder: 'Builder measured',
    summary: (builder: string, count: number, usualMs: number | undefined) =>
      usualMs === undefined
        ? `${buildsIn(count)} of ${builder}.`
        : `${buildsIn(count)} of ${builder}; the line marks the usual ${format.duration(usualMs)}.`,
    /** Said where there are more builds than bars. */
    shared: (count: number) => `Each bar shows the median of ${buildsIn(count)} in a row.`,
    bar: ({
      builds: count,
      firstAt,
      lastAt,
      shortestMs,
      middleMs,
      longestMs,
      outcomes,
    }: DurationBar) =>
      [
        count === 1
          ? format.dateTime(firstAt)
          : `${buildsIn(count)}, ${format.range(firstAt, lastAt)}`,
        count === 1
          ? format.duration(middleMs)
          : `${format.duration(middleMs)} (${format.duration(shortestMs)} to ${format.duration(longestMs)})`,
        BUILD_OUTCOMES.flatMap((outcome) => {
          const many = outcomes[outcome] ?? 0;
          return many === 0 ? [] : `${format.number(many)} ${OUTCOMES[outcome].toLowerCase()}`;
        }).join(', '),
      ].join('\n'),
    tooFew: 'The chart needs two finished builds of one builder.',
  },
  details: {
    label: 'The build',
    choose: 'Choose a build to see its commands.',
    close: 'Back to the list',
    gone: 'This build is no longer kept.',
    started: 'Started',
    ended: 'Ended',
    took: 'Duration',
    output: 'Output',
    directory: 'Directory',
    words: 'Arguments',
    noCommands: 'No commands of this build were kept.',
    leftovers: (names: readonly string[], count: number) =>
      `Left running, then ended: ${names.join(', ')} (${format.number(count)} ${format.plural(count, { one: 'process', other: 'processes' })})`,
    endedWithCommands: (names: readonly string[], count: number) =>
      `Ended with their command: ${names.join(', ')} (${format.number(count)} ${format.plural(count, { one: 'process', other: 'processes' })})`,
    leftOut: (count: number) =>
      `${format.number(count)} more ${format.plural(count, { one: 'command is', other: 'commands are' })} only counted.`,
    command: 'the command',
    after: (ms: number) => `after ${format.duration(ms)}`,
    end: (end: CommandEnd | undefined): string => {
      if (end === undefined) return 'running';
      switch (end.kind) {
        case 'exited':
          if (end.reason !== undefined) return `stopped by a limit (${end.reason})`;
          return end.rc === undefined ? 'ended' : `exit ${end.rc}`;
        case 'failed':
          return `failed: ${end.sentence}`;
        case 'interrupted':
          return 'interrupted by the master';
        case 'dropped':
          return 'lost';
      }
    },
  },
  /** What a command printed. */
  output: {
    show: 'Output',
    of: (command: string) => `Output of ${command}`,
    failedOnly: 'Failed only',
    /** The rest of a build's commands. */
    hidden: (count: number) =>
      `${commands(count)} that did not fail ${format.plural(count, { one: 'is', other: 'are' })} hidden.`,
    search: 'Search this output',
    next: 'Next match (Enter)',
    previous: 'Previous match (Shift+Enter)',
    place: (at: number, count: number) => `${format.number(at)} of ${format.number(count)}`,
    none: 'No match',
    toFailure: 'Go to the failure',
    copy: 'the output',
    save: 'Save as…',
    saved: 'The output was saved.',
    enlarge: 'Show larger',
    cut: (bytes: number) => `Only the last ${format.bytes(bytes)} were kept.`,
    gone: 'This output is no longer kept. How much is kept is set in the preferences.',
  },
  clear: {
    button: 'Clear history…',
    title: 'Clear the history?',
    text: (count: number) =>
      `This removes the history of ${format.number(count)} ${format.plural(count, { one: 'build', other: 'builds' })} from this machine, with commands, times and kept output. The master keeps its own.`,
    confirm: 'Clear history',
  },
};
