import {
  FAILING_STEP,
  REHEARSAL_STEP_NAMES,
  type RehearsalOutput,
  type RehearsalState,
  type RehearsalStep,
  type RehearsalStepName,
  type RehearsalView,
} from '../../contract/rehearsal/rehearsal-view.ts';
import type { Words } from '../../texts/words.ts';
import type { Terminal } from '../terminal/terminal.ts';

const INDENT = '      ';

/** Prints what is new in each view of a rehearsal, and what its steps print. */
export class RehearsalPrinter {
  readonly #terminal: Terminal;
  readonly #isVerbose: boolean;
  #shown: RehearsalState['kind'] = 'not-started';
  readonly #begun = new Set<RehearsalStepName>();
  readonly #ended = new Set<RehearsalStepName>();

  /** Verbose, the headers of commands are printed too. */
  constructor(terminal: Terminal, isVerbose: boolean) {
    this.#terminal = terminal;
    this.#isVerbose = isVerbose;
  }

  printed({ stream, text }: RehearsalOutput): void {
    if (stream === 'header' && !this.#isVerbose) return;
    this.#echo(text.trimEnd(), INDENT);
  }

  show({ state, steps }: RehearsalView): void {
    for (const step of steps) this.#showStep(step);
    if (state.kind === this.#shown) return;
    this.#shown = state.kind;
    if (state.kind === 'error') {
      this.#terminal.complain(`buildtray: ${this.#terminal.words.app.say(state.problem)}`);
      return;
    }
    const sentence = sentenceFrom(state, this.#terminal.words);
    if (sentence !== undefined) this.#echo(sentence);
  }

  #echo(lines: string, indent = ''): void {
    for (const line of lines.split('\n')) this.#terminal.echo(`${indent}${line}`);
  }

  #showStep(step: RehearsalStep): void {
    const { name, result, startedAt } = step;
    if (startedAt !== undefined && !this.#begun.has(name)) {
      this.#begun.add(name);
      this.#terminal.echo(headText(name, this.#terminal.words));
    }
    if (result === undefined || this.#ended.has(name)) return;
    this.#ended.add(name);
    const ended = endText(step, this.#terminal.words);
    if (ended !== undefined) this.#terminal.echo(`${INDENT}${ended}`);
  }
}

function headText(name: RehearsalStepName, { app, cli }: Words): string {
  const number = REHEARSAL_STEP_NAMES.indexOf(name) + 1;
  const { short } = app.rehearsal.steps[name];
  return cli.verbs.rehearse.step(number, REHEARSAL_STEP_NAMES.length, name, short);
}

/** Undefined for a step that was never begun. */
function endText(
  { name, result, startedAt, endedAt }: RehearsalStep,
  { app, cli }: Words,
): string | undefined {
  if (result === undefined || startedAt === undefined || endedAt === undefined) return undefined;
  const isMeantToFail = name === FAILING_STEP && result === 'failure';
  const word = isMeantToFail ? app.rehearsal.asPlanned : app.rehearsal.results[result];
  return cli.verbs.rehearse.stepEnded(word, ((endedAt - startedAt) / 1000).toFixed(1));
}

/** Undefined where the steps say enough. */
function sentenceFrom(
  state: Exclude<RehearsalState, { kind: 'error' }>,
  { cli }: Words,
): string | undefined {
  const texts = cli.verbs.rehearse;
  switch (state.kind) {
    case 'preparing':
      return texts.begins;
    case 'waiting-for-worker':
      return texts.connects;
    case 'draining':
      return `${INDENT}${texts.drains}`;
    case 'cancelling':
      return texts.cancelling;
    case 'cancelled':
      return texts.cancelled;
    case 'done':
      return state.verdict.kind === 'as-planned'
        ? texts.allAsPlanned
        : texts.notAsPlanned(state.verdict.step);
    case 'not-started':
    case 'building':
      return undefined;
  }
}
