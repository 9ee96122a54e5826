import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  REHEARSAL_NOT_STARTED,
  type RehearsalView,
} from '../../main/contract/rehearsal/rehearsal-view.ts';
import { main } from './support/main.ts';
import { currentPage, openPage, pageLink, words } from './support/open-window.tsx';

const texts = words.rehearsal;
const COMPILING: RehearsalView = {
  ...REHEARSAL_NOT_STARTED,
  state: { kind: 'building', step: 'compile' },
  steps: REHEARSAL_NOT_STARTED.steps.map((step) =>
    step.name === 'compile' ? { ...step, startedAt: Date.now() } : step,
  ),
  workerStatus: { kind: 'building', builders: ['rehearsal'], commands: [] },
};
const DONE: RehearsalView = {
  ...REHEARSAL_NOT_STARTED,
  state: { kind: 'done', verdict: { kind: 'as-planned' } },
};

describe('the page of the rehearsal', () => {
  it('starts it, and shows what each step prints', async () => {
    const user = await openPage('rehearsal');
    await user.click(await screen.findByRole('button', { name: texts.start }));
    expect(main.argumentsOf('rehearsal.start')).toHaveLength(1);
    act(() => main.emit('rehearsal.changed', COMPILING));
    const text = 'cc -o sample\n';
    act(() => main.emit('rehearsal.printed', [{ step: 'compile', stream: 'stdout', text }]));
    const output = within(screen.getByRole('region', { name: texts.output('compile') }));
    expect(output.getByText('cc -o sample')).toBeDefined();
  });

  it('shows the step that is chosen', async () => {
    main.answer({ rehearsal: { snapshot: () => COMPILING } });
    const user = await openPage('rehearsal');
    const step = within(await screen.findByTestId('step-style'));
    await user.click(step.getByRole('button'));
    expect(screen.getByTestId('meant-to-fail').textContent).toBe(texts.steps.style.about);
  });

  it('cancels it while it is under way', async () => {
    main.answer({ rehearsal: { snapshot: () => COMPILING } });
    const user = await openPage('rehearsal');
    await user.click(await screen.findByRole('button', { name: texts.cancel }));
    expect(main.argumentsOf('rehearsal.cancel')).toHaveLength(1);
  });

  it('leads to a worker of one’s own at the end', async () => {
    main.answer({ rehearsal: { snapshot: () => DONE } });
    const user = await openPage('rehearsal');
    await user.click(await screen.findByRole('button', { name: texts.addOwn }));
    expect(currentPage()).toBe(pageLink('addWorker'));
  });

  it('reports why it cannot start', async () => {
    main.answer({ rehearsal: { start: () => ({ ok: false, problem: 'It runs already.' }) } });
    const user = await openPage('rehearsal');
    await user.click(await screen.findByRole('button', { name: texts.start }));
    expect(await screen.findByText('It runs already.')).toBeDefined();
  });
});
