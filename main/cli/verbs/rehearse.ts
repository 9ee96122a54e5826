import { tmpdir } from 'node:os';
import {
  FAILING_STEP,
  REHEARSAL_STEP_NAMES,
  type RehearsalOutput,
  type RehearsalState,
  type RehearsalStep,
  type RehearsalStepName,
  type RehearsalView,
} from '../../contract/rehearsal/rehearsal-view.ts';
import { RehearsalSession } from '../../rehearsal-session/rehearsal-session.ts';
import { textsIn } from '../../texts/texts.ts';

export interface RehearseOptions {
  /** Does not wait between lines. */
  readonly quick?: boolean;
  /** Prints the headers of commands too. */
  readonly verbose?: boolean;
}

const PAUSE_SECONDS = 1;
const STEPS = textsIn('en').rehearsal.steps;

/** Runs a rehearsal and prints it; the exit status is 0 when every step ended as it was meant to. */
export async function rehearse({
  quick = false,
  verbose = false,
}: RehearseOptions): Promise<number> {
  const pauseSeconds = quick ? 0 : PAUSE_SECONDS;
  const session = new RehearsalSession({ parentDir: tmpdir(), pauseSeconds });
  cancelBySignal(session);
  const printer = new RehearsalPrinter(verbose);
  session.onPrinted((output) => printer.printed(output));
  session.onChanged((view) => printer.show(view));
  const { state } = await session.run();
  return state.kind === 'done' && state.verdict.kind === 'as-meant' ? 0 : 1;
}

/** Whoever asks again does not want to wait for anything. */
function cancelBySignal(session: RehearsalSession): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      void session.cancel();
      process.on(signal, () => process.exit(1));
    });
  }
}

/** Says what is new in each view. */
class RehearsalPrinter {
  readonly #isVerbose: boolean;
  #shown: RehearsalState['kind'] = 'not-started';
  readonly #begun = new Set<RehearsalStepName>();
  readonly #ended = new Set<RehearsalStepName>();

  constructor(isVerbose: boolean) {
    this.#isVerbose = isVerbose;
  }

  printed({ stream, text }: RehearsalOutput): void {
    if (stream === 'header' && !this.#isVerbose) return;
    for (const line of text.trimEnd().split('\n')) console.log(`      ${line}`);
  }

  show({ state, steps }: RehearsalView): void {
    for (const step of steps) this.#showStep(step);
    if (state.kind === this.#shown) return;
    this.#shown = state.kind;
    const sentence = sentenceFrom(state);
    if (sentence !== undefined) (state.kind === 'error' ? console.error : console.log)(sentence);
  }

  #showStep({ name, result, startedAt, endedAt }: RehearsalStep): void {
    if (startedAt !== undefined && !this.#begun.has(name)) {
      this.#begun.add(name);
      const number = `[${REHEARSAL_STEP_NAMES.indexOf(name) + 1}/${REHEARSAL_STEP_NAMES.length}]`;
      console.log(`${number} ${name}: ${STEPS[name].short}`);
    }
    if (result === undefined || this.#ended.has(name)) return;
    this.#ended.add(name);
    if (startedAt === undefined || endedAt === undefined) return;
    const meant = name === FAILING_STEP && result === 'failure' ? ', as it was meant to' : '';
    console.log(`      ${result}${meant} (${((endedAt - startedAt) / 1000).toFixed(1)} s)`);
  }
}

function sentenceFrom(state: RehearsalState): string | undefined {
  switch (state.kind) {
    case 'preparing':
      return 'A rehearsal: a real build by a real worker, with a master of its own on this machine.';
    case 'waiting-for-worker':
      return 'The worker connects to the master.';
    case 'draining':
      return '      A graceful shutdown is asked for: the build may end first.';
    case 'cancelling':
      return 'Cancelling.';
    case 'cancelled':
      return 'Cancelled. Nothing of the rehearsal is left.';
    case 'error':
      return `buildtray: ${state.sentence}`;
    case 'done':
      return state.verdict.kind === 'as-meant'
        ? 'The worker has shut down. Everything went as it was meant to, and nothing of the rehearsal is left.\nTo lend this machine to a project: buildtray create-worker, then buildtray start.'
        : `The worker has shut down. The step ${state.verdict.step} did not end as it was meant to.`;
    case 'not-started':
    case 'building':
      return undefined;
  }
}
