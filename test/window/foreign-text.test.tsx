import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PageName } from '../../main/contract/pages.ts';
import { foreignProblem } from '../../main/contract/problem.ts';
import { REHEARSAL_NOT_STARTED } from '../../main/contract/rehearsal/rehearsal-view.ts';
import { calmAnswers } from './support/calm-answers.ts';
import type { Answers } from './support/fake-main.ts';
import { ACTING, HOSTILE, hostile, hostileAnswers } from './support/hostile.ts';
import { main } from './support/main.ts';
import { openPage, pageLink, words } from './support/open-window.tsx';
import {
  BUILDING,
  sampleBuild,
  sampleDurations,
  sampleExtent,
  sampleSettings,
  sampleTimeline,
  sampleView,
  sampleWorker,
} from './support/samples.ts';

/** Main on a day when everything has something to show. */
const BUSY: Answers = {
  overview: {
    ...calmAnswers.overview,
    recentOutput: () => [
      { commandId: 'c1', builderName: 'linux', stream: 'stdout', text: 'plain' },
      { commandId: 'c1', builderName: 'linux', stream: 'stdout', text: '\u001b[31mred\u001b[0m' },
    ],
  },
  log: {
    ...calmAnswers.log,
    open: () => ({ ok: true, value: { tail: [], extent: sampleExtent(1) } }),
    slice: ({ filter, firstRow }) => ({
      generation: 1,
      filter,
      firstRow,
      rows: [
        {
          line: 0,
          at: 0,
          level: 'info',
          subject: 'worker',
          message: 'message',
          isContinued: false,
          cutBytes: 0,
        },
      ],
    }),
  },
  builds: {
    ...calmAnswers.builds,
    find: () => ({
      builds: [sampleBuild()],
      offset: 0,
      count: 1,
      builderNames: ['linux', 'docs'],
      kept: 1,
    }),
    timeline: () => sampleTimeline(),
    durations: () => sampleDurations(),
    details: () => ({
      ...sampleBuild(),
      commands: [
        {
          commandId: 'c1',
          name: `custom${HOSTILE}`,
          summary: 'make all',
          argv: ['make', 'all'],
          workdir: '/home/ada/worker/linux/build',
          startedAt: 0,
          durationMs: 4_000,
          outputBytes: 2_048,
          end: { kind: 'exited', rc: 0 },
          isFailure: false,
        },
      ],
    }),
  },
  hostinfo: calmAnswers.hostinfo,
  settings: {
    ...calmAnswers.settings,
    load: () => ({ ok: true, value: sampleSettings({ warnings: ['odd'] }) }),
  },
  addWorker: calmAnswers.addWorker,
  rehearsal: {
    ...calmAnswers.rehearsal,
    snapshot: () => ({
      ...REHEARSAL_NOT_STARTED,
      state: { kind: 'error', problem: foreignProblem('The port is taken.') },
    }),
    recentOutput: () => [{ step: 'checkout', stream: 'stdout', text: 'cloning' }],
  },
};

const READ = ['title', 'aria-label', 'aria-valuetext', 'alt', 'placeholder'];

function textsIn(element: Element): readonly string[] {
  return [...element.childNodes].flatMap((node) =>
    node instanceof Element
      ? textsIn(node)
      : [`${element.outerHTML.slice(0, 100)} ${node.textContent}`],
  );
}

/** All that a person reads, or has read: texts, attributes, and the choice that a list shows. */
function readable(): readonly string[] {
  const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
    READ.map((name) => element.getAttribute(name) ?? ''),
  );
  const choices = [...document.querySelectorAll<HTMLInputElement>('[aria-haspopup=listbox]')];
  return [...textsIn(document.body), ...attributes, ...choices.map(({ value }) => value)];
}

const view = () => {
  const worker = sampleWorker({ status: BUILDING });
  return hostile(sampleView({ workers: [worker, { ...worker, id: 'w2', workerName: 'other' }] }));
};

beforeEach(() => main.answer(hostileAnswers(BUSY)));

describe('a text of others', () => {
  it.each<PageName>([
    'overview',
    'builds',
    'hostinfo',
    'log',
    'settings',
    'addWorker',
    'rehearsal',
    'preferences',
  ])('acts on nothing in the page %s', async (page) => {
    const user = await openPage(page, view());
    if (page === 'builds')
      await user.click((await screen.findAllByText(/^linux/)).at(-1) as Element);
    await waitFor(() => expect(document.body.textContent).toContain('\\u202e'));
    await act(async () => {});
    expect(readable().filter((text) => ACTING.test(text))).toEqual([]);
  });

  it('acts on nothing in the output of a command, which keeps its colours', async () => {
    await openPage('overview', view());
    // The return within what was printed starts its line over.
    await screen.findAllByText('x');
    const output = { commandId: 'c1', builderName: `linux${HOSTILE}`, stream: 'stdout' };
    const text = '\u001b[31mred\u202egnp.exe\u2066\u0007\u001b[0m\n';
    act(() => main.emit('overview.printed', { workerId: 'w1', items: [{ ...output, text }] }));
    const line = await screen.findByText(/^red\\u202e/);
    expect(line.className).toBe('ansi-red-fg');
    expect(readable().filter((one) => ACTING.test(one))).toEqual([]);
  });

  it('acts on nothing in a notification', async () => {
    main.answer({ app: { perform: () => ({ ok: false, problem: `It failed: ${HOSTILE}` }) } });
    const user = await openPage('overview', view());
    const [menu] = screen.getAllByRole('button', { name: /^More actions/ });
    await user.click(menu as Element);
    await user.click(await screen.findByRole('menuitem', { name: words.tray.requests.shutDown }));
    expect(await screen.findByText(/^It failed: \\u202e/)).toBeDefined();
  });

  it('is still the same text where it is data', async () => {
    const user = await openPage('builds', view());
    await user.click(await screen.findByRole('combobox', { name: words.builds.builder }));
    // The filter comes before the pictures.
    await user.click(screen.getAllByRole('option', { name: /^docs/ })[0] as Element);
    const asked = expect.objectContaining({ builderName: `docs${HOSTILE}` });
    await waitFor(() => expect(main.argumentsOf('builds.find')).toContainEqual(asked));
    await user.click(pageLink('settings'));
    expect(await screen.findByDisplayValue(/^ci\.example\.org\u202e/)).toBeDefined();
  });
});
