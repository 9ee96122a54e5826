import type { StateChange } from '../contract/worker/state-change.ts';
import type { ControlStatus } from '../control/control-status.ts';
import { assertNever } from '../lib/assert-never.ts';
import { diagnostics as words } from '../texts/en/diagnostics.ts';
import { statusSentence } from '../texts/status-sentence.ts';
import { textsIn } from '../texts/texts.ts';
import type { Section } from './report-from.ts';
import type { RunningWorker } from './running-worker.ts';

const texts = textsIn('en');

/** What the worker of a directory is doing, and what it did before; undefined where that is not known in time. */
export function stateSections(
  running: RunningWorker | undefined,
  late: string,
  now: number,
): readonly Section[] {
  if (running === undefined) return [{ title: words.state, isInner: true, lines: [late] }];
  const state: Section = { title: words.state, isInner: true, lines: stateLines(running, now) };
  if (running.kind !== 'answers') return [state];
  return [state, { title: words.states, isInner: true, lines: changeLines(running.states) }];
}

function stateLines(running: RunningWorker, now: number): readonly string[] {
  switch (running.kind) {
    case 'none':
      return [words.notRunning];
    case 'silent':
      return [words.doesNotAnswer(running.pid)];
    case 'buildbot-worker':
      return [words.byBuildbotWorker(running.pid)];
    case 'answers':
      return statusLines(running.status, now);
    default:
      return assertNever(running);
  }
}

function statusLines(found: ControlStatus, now: number): readonly string[] {
  const { rows } = words;
  const { status, builders = [], leftRunning = [], lastHeardAt } = found;
  const problem = 'problem' in status ? status.problem?.problem : undefined;
  const commands = 'commands' in status ? status.commands : [];
  return [
    statusSentence(status, found.master, now, texts),
    ...(problem === undefined ? [] : [texts.say(problem)]),
    rows.worker(found.workerName, found.master, found.protocol),
    rows.process(found.pid, words.faces[found.host], found.version, timeText(found.startedAt)),
    ...(lastHeardAt === undefined ? [] : [rows.heard(timeText(lastHeardAt))]),
    ...(builders.length === 0 ? [] : [rows.builders(builders)]),
    ...commands.map(({ builderName, summary, startedAt }) =>
      rows.running(builderName, summary, timeText(startedAt)),
    ),
    ...(leftRunning.length === 0 ? [] : [rows.left(leftRunning)]),
  ];
}

function changeLines(states: readonly StateChange[] | undefined): readonly string[] {
  if (states === undefined || states.length === 0) return [words.none];
  return states.map(({ at, kind, problem }) =>
    words.stateSince(timeText(at), kind, problem && texts.say(problem)),
  );
}

/** Unmistakable wherever the report is read. */
export function timeText(at: number): string {
  return new Date(at).toISOString();
}
