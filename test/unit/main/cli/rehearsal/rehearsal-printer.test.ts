import { expect, it } from 'vitest';
import { RehearsalPrinter } from '../../../../../main/cli/rehearsal/rehearsal-printer.ts';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import {
  REHEARSAL_NOT_STARTED,
  type RehearsalState,
  type RehearsalStep,
  type RehearsalStepName,
} from '../../../../../main/contract/rehearsal/rehearsal-view.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';

function viewWith(
  state: RehearsalState,
  changed: Partial<Record<RehearsalStepName, Partial<RehearsalStep>>> = {},
) {
  const steps = REHEARSAL_NOT_STARTED.steps.map((step) => ({ ...step, ...changed[step.name] }));
  return { state, steps, workerStatus: undefined };
}

const BUILDING: RehearsalState = { kind: 'building', step: 'checkout' };

it('prints each state and each step once', () => {
  const terminal = new FakeTerminal();
  const printer = new RehearsalPrinter(terminal, false);
  const begun = { checkout: { startedAt: 1_000 } };
  const ended = { checkout: { startedAt: 1_000, endedAt: 2_500, result: 'success' } } as const;
  for (const view of [
    viewWith({ kind: 'preparing' }),
    viewWith({ kind: 'preparing' }),
    viewWith(BUILDING, begun),
    viewWith(BUILDING, begun),
    viewWith(BUILDING, ended),
    viewWith({ kind: 'cancelled' }, ended),
  ]) {
    printer.show(view);
  }
  expect(terminal.lines).toEqual([
    'A rehearsal: a real build by a real worker, with a master of its own on this machine.',
    '[1/6] checkout: Gets the sources of a small sample',
    '      success (1.5 s)',
    'Cancelled. Nothing is left behind.',
  ]);
});

it('reports that the failing step was meant to fail, and that another one was not', () => {
  const terminal = new FakeTerminal();
  const failure = { startedAt: 0, endedAt: 200, result: 'failure' } as const;
  new RehearsalPrinter(terminal, false).show(viewWith(BUILDING, { test: failure, style: failure }));
  expect(terminal.lines.filter((line) => line.includes('failure'))).toEqual([
    '      failure (0.2 s)',
    '      failure, as planned (0.2 s)',
  ]);
});

it('prints the headers of commands only when it is verbose', () => {
  const output = [
    { step: 'test', stream: 'header', text: 'make test\n' },
    { step: 'test', stream: 'stdout', text: 'ok 1\nok 2\n' },
  ] as const;
  const printedBy = (isVerbose: boolean) => {
    const terminal = new FakeTerminal();
    const printer = new RehearsalPrinter(terminal, isVerbose);
    for (const one of output) printer.printed(one);
    return terminal.stdout;
  };
  expect(printedBy(false)).toBe('      ok 1\n      ok 2\n');
  expect(printedBy(true)).toBe('      make test\n      ok 1\n      ok 2\n');
});

it('is in the user’s language', () => {
  const terminal = new FakeTerminal('de');
  new RehearsalPrinter(terminal, false).show(
    viewWith({ kind: 'done', verdict: { kind: 'otherwise', step: 'compile' } }),
  );
  expect(terminal.stdout).toBe(
    'Der Worker ist heruntergefahren. Der Schritt compile endete nicht wie vorgesehen.\n',
  );
});

it('reports on standard error why it could not go on', () => {
  const terminal = new FakeTerminal();
  new RehearsalPrinter(terminal, false).show(
    viewWith({ kind: 'error', problem: foreignProblem('The disk is full.') }),
  );
  expect([terminal.stdout, terminal.stderr]).toEqual(['', 'buildtray: The disk is full.\n']);
});
