import type {
  ConnectionProblem,
  PausedUntil,
  RunningCommand,
  WorkerStatus,
} from '../contract/worker/worker-status.ts';
import { assertNever } from '../lib/assert-never.ts';
import type { Texts } from './texts.ts';

/** What a worker is doing in one short sentence: tooltip, first row of the menu, head of the window. */
export function statusSentence(
  status: WorkerStatus,
  master: string | undefined,
  now: number,
  texts: Texts,
): string {
  const words = texts.status;
  const name = master ?? words.itsMaster;
  switch (status.kind) {
    case 'stopped':
      return words.stopped(status.why && texts.say(status.why));
    case 'connecting':
      return status.problem === undefined
        ? words.connecting(name)
        : words.problemAndRetry(
            words.problem(status.problem.kind, name),
            nextTry(status.retryAt, now, texts),
          );
    case 'idle':
      return words.idle(name);
    case 'building':
      return buildingSentence(status, now, texts);
    case 'draining':
      return drainSentence(status, now, texts);
    case 'paused':
      return pauseSentence(status.until, now, texts);
    case 'error':
      return errorSentence(status.problem, status.retryAt, name, now, texts);
    default:
      return assertNever(status);
  }
}

function errorSentence(
  { kind }: ConnectionProblem,
  retryAt: number | undefined,
  master: string,
  now: number,
  texts: Texts,
): string {
  const problem = texts.status.problem(kind, master);
  return retryAt === undefined
    ? problem
    : texts.status.problemAndRetry(problem, nextTry(retryAt, now, texts));
}

/** In steps of 5 s, so that an open menu is not rebuilt every second. */
function nextTry(retryAt: number | undefined, now: number, { status }: Texts): string {
  if (retryAt === undefined) return status.tryingAgain;
  const seconds = Math.ceil((retryAt - now) / 5_000) * 5;
  if (seconds <= 5) return status.nextTrySoon;
  return status.nextTry(seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`);
}

function buildingSentence(
  { builders, commands, isStillLeaving }: Extract<WorkerStatus, { kind: 'building' }>,
  now: number,
  texts: Texts,
): string {
  const words = texts.status;
  // The master has not ended it yet, though no command of it has run here for a while.
  const isBetween = builders.length === 0 && commands.length === 0;
  const sentence = isBetween
    ? words.endsLastBuild
    : words.building(whatRuns(builders, commands, now, texts));
  return isStillLeaving ? words.thenReconnects(sentence) : sentence;
}

function drainSentence(
  status: Extract<WorkerStatus, { kind: 'draining' }>,
  now: number,
  texts: Texts,
): string {
  const words = texts.status;
  const sentence = whatIsFinished(status, now, texts);
  return status.waitsFor === undefined ? sentence : words.masterHasNotAnswered(sentence);
}

function whatIsFinished(
  { purpose, builders, commands, isByUs }: Extract<WorkerStatus, { kind: 'draining' }>,
  now: number,
  texts: Texts,
): string {
  const words = texts.status;
  if (builders.length === 0) {
    return isByUs ? words.drainingNothingByUs(purpose) : words.drainingNothing(purpose);
  }
  const what = whatRuns(builders, commands, now, texts);
  const sentence = words.draining(purpose, builders.length, what);
  return isByUs ? words.newBuildsAreHeldBack(sentence) : sentence;
}

/** Such as `linux: make all (3 min)`. */
function whatRuns(
  builders: readonly string[],
  commands: readonly RunningCommand[],
  now: number,
  texts: Texts,
): string {
  const names = namesFrom(
    builders.length > 0 ? builders : commands.map((command) => command.builderName),
    texts,
  );
  const [command] = commands;
  if (builders.length > 1 || command === undefined) return names;
  return texts.status.runs(
    names,
    shortened(command.summary),
    elapsedWords(now - command.startedAt),
  );
}

function namesFrom(builders: readonly string[], { status }: Texts): string {
  const [first = '', second, ...others] = builders;
  if (second === undefined) return first;
  return others.length === 0
    ? status.twoBuilders(first, second)
    : status.manyBuilders(first, others.length + 1);
}

const LONGEST_SUMMARY = 60;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST_SUMMARY ? `${line.slice(0, LONGEST_SUMMARY - 1)}…` : line;
}

/** In whole minutes: what changes each second belongs into the window. */
function elapsedWords(ms: number): string | undefined {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return undefined;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function pauseSentence(until: PausedUntil, now: number, { status }: Texts): string {
  if (until === 'resumed') return status.pausedUntilResumed;
  const days = daysBetween(new Date(now), new Date(until));
  if (days === 0) return status.pausedUntilTime(until);
  return days === 1 ? status.pausedUntilTomorrow(until) : status.pausedUntilDate(until);
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) =>
    Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
  return midnight(to) - midnight(from);
}
