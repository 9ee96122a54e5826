import type { ConnectionProblemKind, DrainPurpose } from '../../contract/worker/worker-status.ts';
import { format } from './format.ts';

const VERBS: Readonly<Record<DrainPurpose, string>> = {
  pause: 'Pausing',
  'shut-down': 'Shutting down',
  quit: 'Quitting',
};

/** Short, for a tooltip; the window shows the problem's own sentence too. */
const PROBLEMS: Readonly<Record<ConnectionProblemKind, (master: string) => string>> = {
  'unknown-host': (master) => `No host is known for ${master}`,
  refused: (master) => `${master} refuses connections`,
  unreachable: (master) => `${master} cannot be reached`,
  'timed-out': (master) => `${master} does not answer`,
  'tls-refused': (master) => `No safe connection to ${master} (TLS)`,
  'unknown-issuer': (master) => `The certificate of ${master} is not trusted here`,
  'not-a-master': (master) => `${master} is not a Buildbot master`,
  'wrong-password': (master) => `${master} rejects the name or the password`,
  'login-unanswered': (master) => `${master} does not answer logins`,
  'duplicate-name': (master) => `${master} already has a worker of this name`,
  silent: (master) => `${master} stopped responding`,
  'closed-by-master': (master) => `${master} closed the connection`,
  'protocol-error': (master) => `${master} sent something unexpected`,
  'proxy-refused': (master) => `The proxy does not allow a connection to ${master}`,
  directory: () => 'The worker’s directory cannot be used',
  protection: () => 'Builds cannot be protected',
};

/** What a worker is doing, in one short sentence: tooltip, first row of the menu, head of a page. */
export const status = {
  noWorker: 'No worker yet: open the window to add one',
  /** Stands for a master whose name cannot be read. */
  itsMaster: 'its master',
  stopped: (why: string | undefined) => (why === undefined ? 'Stopped' : `Stopped. ${why}`),
  connecting: (master: string) => `Connecting to ${master}`,
  idle: (master: string) => `Idle, connected to ${master}`,
  building: (what: string) => `Building ${what}`,
  endsLastBuild: 'Waiting for the master to end the last build',
  thenReconnects: (sentence: string) => `${sentence}; reconnects then, to be given new builds`,
  /** Where the master cannot be asked to hold back builds. */
  drainingNothingByUs: (purpose: DrainPurpose) => `${VERBS[purpose]} once nothing runs`,
  newBuildsAreHeldBack: (sentence: string) => `${sentence}; new builds are held back here`,
  masterHasNotAnswered: (sentence: string) => `${sentence}; the master has not answered yet`,
  drainingNothing: (purpose: DrainPurpose) => `${VERBS[purpose]} as soon as the master agrees`,
  draining: (purpose: DrainPurpose, builds: number, what: string) =>
    format.plural(builds, {
      one: `${VERBS[purpose]} after the build of ${what}`,
      other: `${VERBS[purpose]} after the builds of ${what}`,
    }),
  problem: (kind: ConnectionProblemKind, master: string) => PROBLEMS[kind](master),
  problemAndRetry: (problem: string, retry: string) => `${problem}, ${retry}`,
  tryingAgain: 'trying again',
  nextTrySoon: 'next attempt in a few seconds',
  nextTry: (wait: string) => `next attempt in ${wait}`,
  twoBuilders: (first: string, second: string) => `${first} and ${second}`,
  manyBuilders: (first: string, others: number) => `${first} and ${others} other builders`,
  /** Such as `linux: make all (3 min)`. */
  runs: (builder: string, command: string, elapsed: string | undefined) =>
    elapsed === undefined ? `${builder}: ${command}` : `${builder}: ${command} (${elapsed})`,
  pausedUntilResumed: 'Paused until you resume',
  pausedUntilTime: (at: number) => `Paused until ${format.time(at)}`,
  pausedUntilTomorrow: (at: number) => `Paused until tomorrow, ${format.time(at)}`,
  pausedUntilDate: (at: number) => `Paused until ${format.date(at)}, ${format.time(at)}`,
  /** Before the sentence of one worker of several. */
  ofWorker: (worker: string, sentence: string) => `${worker}: ${sentence}`,
};
