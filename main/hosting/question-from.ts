import { isMasterBusyAlone } from '../contract/worker/is-master-busy-alone.ts';
import type { RunningCommand, WorkerStatus } from '../contract/worker/worker-status.ts';
import type { Texts } from '../texts/texts.ts';

/** A question for the user; `answers` are in the order of the buttons, the last one changes nothing. */
export interface Question<Answer extends string> {
  readonly message: string;
  readonly detail: string;
  readonly answers: readonly (readonly [answer: Answer, label: string])[];
}

export type Consequence = keyof Texts['questions']['messages'];

/**
 * What to ask before running builds are lost: names the builders, what runs and what becomes of it.
 * Undefined when nothing runs on any of the workers, and no master has a last build left of one.
 */
export function questionFrom(
  consequence: Consequence,
  statuses: readonly WorkerStatus[],
  now: number,
  { questions, common }: Texts,
): Question<'now' | 'after' | 'cancel'> | undefined {
  const running = runningIn(statuses);
  const builds = running.builders.length + statuses.filter(isMasterBusyAlone).length;
  if (builds === 0) return undefined;
  const after = ['after', questions.after(builds)] as const;
  return {
    message: questions.messages[consequence],
    detail: `${runningSentence(running, now, questions)} ${questions.lost(consequence, builds)}`,
    answers: [
      ...(consequence === 'quit' ? [after] : []),
      ['now', questions.now[consequence]],
      ['cancel', common.cancel],
    ],
  };
}

interface Running {
  /** One entry per worker and builder: two workers may have a builder of one name. */
  readonly builders: readonly string[];
  readonly commands: readonly RunningCommand[];
}

function runningIn(statuses: readonly WorkerStatus[]): Running {
  const busy = statuses.filter(
    (status) => status.kind === 'building' || status.kind === 'draining',
  );
  return {
    builders: busy.flatMap(({ builders, commands }) => [
      ...new Set([...builders, ...commands.map(({ builderName }) => builderName)]),
    ]),
    commands: busy.flatMap(({ commands }) => commands),
  };
}

function runningSentence(
  { builders, commands }: Running,
  now: number,
  questions: Texts['questions'],
): string {
  const [first, ...others] = builders;
  if (first === undefined) return questions.onlyAtMaster;
  if (others.length > 0) return questions.runningSeveral([...new Set(builders)]);
  const [command] = commands;
  const minutes = command === undefined ? 0 : Math.floor((now - command.startedAt) / 60_000);
  return questions.running(first, command?.summary, minutes);
}
