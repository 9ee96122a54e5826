import type { RunningCommand, WorkerStatus } from '../contract/worker-status.ts';

/** A question for the user; `answers` stand in the order of the buttons, the last one changes nothing. */
export interface Question<Answer extends string> {
  readonly message: string;
  readonly detail: string;
  readonly answers: readonly (readonly [answer: Answer, label: string])[];
}

export type Consequence = 'disconnect' | 'stop-now' | 'cancel-now' | 'quit';

const WORDS: Readonly<
  Record<Consequence, { readonly message: string; readonly now: string; readonly doing: string }>
> = {
  disconnect: {
    message: 'Disconnect in the middle of a build?',
    now: 'Disconnect now',
    doing: 'Disconnecting',
  },
  'stop-now': {
    message: 'Stop in the middle of a build?',
    now: 'Stop now',
    doing: 'Stopping now',
  },
  'cancel-now': {
    message: 'Reconnect in the middle of a build?',
    now: 'Reconnect now',
    doing: 'Reconnecting now',
  },
  quit: { message: 'Quit in the middle of a build?', now: 'Quit now', doing: 'Quitting now' },
};

/**
 * What to ask before a running build is lost: names the builders, what runs and what becomes of it.
 * Undefined when nothing runs.
 */
export function questionFrom(
  consequence: Consequence,
  status: WorkerStatus,
  now: number,
): Question<'now' | 'after' | 'cancel'> | undefined {
  const running = runningIn(status);
  if (running === undefined) return undefined;
  const words = WORDS[consequence];
  const isOne = running.builders.length === 1;
  const lost = `${words.doing} interrupts ${isOne ? 'it' : 'them'}; the master will run ${isOne ? 'the build' : 'the builds'} again.`;
  return {
    message: words.message,
    detail: `${runningSentence(running, now)} ${lost}`,
    answers: [
      ...(consequence === 'quit'
        ? [['after', isOne ? 'Quit after this build' : 'Quit after these builds'] as const]
        : []),
      ['now', words.now],
      ['cancel', 'Cancel'],
    ],
  };
}

interface Running {
  readonly builders: readonly string[];
  readonly commands: readonly RunningCommand[];
}

function runningIn(status: WorkerStatus): Running | undefined {
  if (status.kind !== 'building' && status.kind !== 'draining') return undefined;
  const { commands } = status;
  const builders = [...new Set([...status.builders, ...commands.map((c) => c.builderName)])];
  return builders.length === 0 ? undefined : { builders, commands };
}

function runningSentence({ builders, commands }: Running, now: number): string {
  const [first = '', ...others] = builders;
  const names = others.length === 0 ? `Builder ${first} is` : `${listed(builders)} are`;
  const [command] = commands;
  if (others.length > 0 || command === undefined) return `${names} in the middle of a build.`;
  const minutes = Math.floor((now - command.startedAt) / 60_000);
  const since = minutes < 1 ? '' : ` for ${minutes} min`;
  return `${names} in the middle of a build and has been running “${command.summary}”${since}.`;
}

function listed(names: readonly string[]): string {
  return `Builders ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
