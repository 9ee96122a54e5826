import type { BuildOutcome } from '../../contract/builds/build-history.ts';
import type { CommandEnd } from '../../contract/builds/work-event.ts';
import { format } from './format.ts';

const OUTCOMES: Readonly<Record<BuildOutcome, string>> = {
  running: 'Running',
  ok: 'Went well',
  errors: 'With errors',
  interrupted: 'Interrupted',
  lost: 'Lost',
};

const commands = (count: number) =>
  `${format.number(count)} ${format.plural(count, { one: 'command', other: 'commands' })}`;

/** The page of what ran here. */
export const builds = {
  title: 'Builds',
  about:
    'What ran on this machine, kept here alone. Whether a build counts as passed is for its master to say.',
  outcomes: OUTCOMES,
  outcomeHelp: {
    running: 'It runs now.',
    ok: 'Every command ended well.',
    errors: 'A command ended badly.',
    interrupted: 'The master ended a command early.',
    lost: 'The connection, the worker or this app went away meanwhile.',
  } satisfies Record<BuildOutcome, string>,
  empty: 'No builds yet',
  emptyHelp:
    'As soon as the master gives a build to this worker, it appears here with its commands.',
  noneFound: 'No build fits.',
  showAll: 'Show all',
  search: 'Search builders, commands, directories',
  builder: 'Builder',
  allBuilders: 'All builders',
  outcome: 'How it went',
  allOutcomes: 'However it went',
  list: 'Builds, newest first',
  columns: {
    outcome: 'How it went',
    builder: 'Builder',
    started: 'Started',
    duration: 'Duration',
    commands: 'Commands',
    output: 'Output',
  },
  more: 'Show more',
  commands,
  failed: (count: number) => `${format.number(count)} ended badly`,
  timeline: {
    title: 'What ran when',
    span: 'Time shown',
    spans: { hour: '1 hour', day: '1 day', week: '1 week', all: 'All' },
    /** What the picture says, in words. */
    summary: (count: number, builders: number, from: number, to: number) =>
      count === 0
        ? 'No builds in this time.'
        : `${format.number(count)} ${format.plural(count, { one: 'build', other: 'builds' })} of ${format.number(builders)} ${format.plural(builders, { one: 'builder', other: 'builders' })}, ${format.range(from, to)}.`,
    keys: 'Arrow keys go from build to build, Enter shows one.',
    bar: (builder: string, outcome: BuildOutcome, at: number, ms: number) =>
      `${builder}: ${OUTCOMES[outcome].toLowerCase()}, ${format.dateTime(at)}, ${format.duration(ms)}`,
  },
  durations: {
    title: 'How long builds took',
    label: 'Duration',
    summary: (builder: string, count: number, usualMs: number | undefined) =>
      `The last ${format.number(count)} builds of ${builder}${usualMs === undefined ? '.' : `; usually they take ${format.duration(usualMs)}, where the line is.`}`,
    tooFew: 'Two builds of a builder that have ended make a picture.',
  },
  details: {
    label: 'The build',
    choose: 'Choose a build to see its commands.',
    close: 'Back to the list',
    gone: 'This build is no longer kept.',
    started: 'Started',
    ended: 'Ended',
    took: 'Took',
    output: 'Printed',
    directory: 'Directory',
    words: 'Words',
    noCommands: 'Of its commands nothing was kept.',
    leftOut: (count: number) =>
      `${format.number(count)} more ${format.plural(count, { one: 'command is', other: 'commands are' })} only counted.`,
    command: 'the command',
    after: (ms: number) => `after ${format.duration(ms)}`,
    end: (end: CommandEnd | undefined): string => {
      if (end === undefined) return 'runs';
      switch (end.kind) {
        case 'exited':
          if (end.reason !== undefined) return `ended for its limit (${end.reason})`;
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
  clear: {
    button: 'Clear history…',
    title: 'Forget all builds?',
    text: (count: number) =>
      `${format.number(count)} ${format.plural(count, { one: 'build leaves', other: 'builds leave' })} this machine’s memory, with commands and times. The master keeps its own.`,
    confirm: 'Forget them',
  },
  /** Said while a worker waits for its last build. */
  estimate: {
    left: (builder: string, ms: number, count: number) =>
      `${builder}: about ${format.duration(ms)} left, going by ${format.number(count)} ${format.plural(count, { one: 'build', other: 'builds' })} before it`,
    unknown: (builder: string) => `${builder}: no earlier build tells how long it takes`,
  },
};
