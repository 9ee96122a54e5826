import type { DrainPurpose, WorkerStatusKind } from '../../contract/worker/worker-status.ts';
import { format } from './format.ts';

const STATES: Readonly<Record<WorkerStatusKind, string>> = {
  stopped: 'Stopped',
  connecting: 'Connecting',
  idle: 'Idle',
  building: 'Building',
  draining: 'Finishing the last build',
  paused: 'Paused',
  error: 'Needs your attention',
};

/** What somebody who runs the master needs to know of a problem. */
interface AdministratorFacts {
  readonly workerName: string;
  readonly master: string;
  /** A sentence. */
  readonly problem: string;
  readonly version: string;
  /** As ISO 8601 has it. */
  readonly at: string;
}

/** The page that shows each worker. */
export const overview = {
  title: 'Overview',
  states: STATES,
  noWorker: 'No worker yet',
  noWorkerHelp:
    'A project that uses Buildbot gives you a host, a port, a name and a password. With these, this machine can run its builds.',
  toSettings: 'Open its settings',
  /** What can be done about a problem from the card of its worker. */
  repair: {
    title: 'What is wrong, and what to do',
    whatToDo: 'What can be done',
    tryNow: 'Try again',
    saveAndTry: 'Save and try',
    locate: 'Locate…',
    showFile: 'Show buildbot.tac in its folder',
    runThis: 'Run this in a terminal, then try again:',
    command: 'the command',
    readsCertificate: 'Reading the certificate of the master',
    fingerprint: 'the fingerprint',
    trustNewHelp:
      'The master shows another certificate than the one that is trusted. Ask its administrator whether it was renewed, and compare this fingerprint with theirs; otherwise somebody may be between you and the master.',
    ask: 'Copy for the administrator',
    forAdministrator: (facts: AdministratorFacts) =>
      [
        `My Buildbot worker ${facts.workerName} cannot work for ${facts.master}:`,
        '',
        facts.problem,
        '',
        `Seen at ${facts.at}, with Buildtray ${facts.version}.`,
      ].join('\n'),
  },
  /** In place of `Building`, and why. */
  stillLeaving: 'Building, no new builds yet',
  stillLeavingHelp:
    'The shutdown is cancelled, but the master gives this worker no new builds until it has connected again. That happens by itself as soon as the master has ended the last build, and loses nothing.',
  waitsForMaster: 'Waiting for the master to end its last build for this worker',
  /** What follows the last build of a worker that drains. */
  afterwards: {
    pause: (worker: string) => `Then ${worker} pauses.`,
    'shut-down': (worker: string) => `Then ${worker} shuts down.`,
    quit: () => 'Then Buildtray quits.',
  } satisfies Record<DrainPurpose, (worker: string) => string>,
  /** What it costs not to wait; undefined where only the master knows. */
  stopNowLoses: (builds: number | undefined) =>
    builds === undefined
      ? 'A step that the master runs itself may be lost; it will run the build again.'
      : format.plural(builds, {
          one: 'Interrupts the build; the master will run it again.',
          other: `Interrupts ${format.number(builds)} builds; the master will run them again.`,
        }),
  leftRunning: (pids: readonly number[]) =>
    format.plural(pids.length, {
      one: `A process that a command left behind could not be ended: ${pids.join(', ')}. End it by hand; restarting the machine ends it too.`,
      other: `Processes that commands left behind could not be ended: ${pids.join(', ')}. End what you can by hand; restarting the machine ends them all.`,
    }),
  /** What opens the pane, and the pane. */
  showOutput: (builder: string) => `Output of ${builder}`,
  output: (builder: string) => `Output of the commands of ${builder}`,
  noOutput: 'Output of commands appears here.',
  nothingRuns:
    'Nothing is running. The next build starts automatically when the master has one for this machine.',
  betweenSteps: 'Between two steps',
  /** How long a build has been running, of what builds like it usually take. */
  elapsed: (ms: number, usualMs: number) =>
    `${format.part(ms, usualMs)} of about ${format.roughly(usualMs)}`,
  left: (ms: number) => `about ${format.roughly(ms)} left`,
  longer: (ms: number) => `${format.duration(ms)}, longer than usual`,
  longerThanUsual: 'longer than usual',
  noEstimate: 'no earlier build to go by',
  lastBuilds: 'Last builds',
  today: {
    title: 'Today',
    builds: 'builds today',
    given: 'of building',
    processors: 'processors',
    /** The share of them that is busy. */
    busy: (share: number, processors: number) =>
      `${format.number(share * 100)} % of ${format.number(processors)}`,
    free: 'free disk space',
  },
  details: 'Details',
  /** Named beside *Copy*. */
  copies: { master: 'host and port', directory: 'the directory', problem: 'the problem' },
  move: (worker: string) => `Move ${worker}`,
  moveHelp: 'Drag to move, or use the arrow keys',
  moved: (worker: string, place: number, count: number) =>
    `${worker} is now number ${place} of ${count}.`,
  master: (master: string) => `Master: ${master}`,
  builders: (names: string) => `Builders: ${names}`,
  andMore: (count: number) => `and ${count} more`,
  fewer: 'fewer',
  directory: (basedir: string) => `Directory: ${basedir}`,
  pauseMenu: 'Pause…',
  moreActions: (worker: string) => `More actions for ${worker}`,
};
