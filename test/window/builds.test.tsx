import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { BuildDetails, BuildPage } from '../../main/contract/builds/build-history.ts';
import { main } from './support/main.ts';
import { fill, openPage, words } from './support/open-window.tsx';
import { sampleBuild, sampleView } from './support/samples.ts';

const PAGE: BuildPage = {
  builds: [
    sampleBuild({ id: 'b2', builderName: 'docs', outcome: 'errors', failedCount: 1 }),
    sampleBuild(),
  ],
  hasMore: false,
  builderNames: ['docs', 'linux'],
  kept: 2,
};

const DETAILS: BuildDetails = {
  ...sampleBuild(),
  commands: [
    {
      commandId: 'c1',
      name: 'shell',
      summary: 'make all',
      argv: ['make', 'all'],
      workdir: '/home/ada/worker/linux/build',
      startedAt: Date.UTC(2026, 10, 27, 9),
      durationMs: 4_000,
      outputBytes: 2_048,
      end: { kind: 'exited', rc: 0 },
      isFailure: false,
    },
  ],
};

function openBuilds(page: BuildPage = PAGE) {
  main.answer({ builds: { find: () => page, details: () => DETAILS } });
  return openPage('builds');
}

const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);

describe('the page of builds', () => {
  it('explains itself before anything ran', async () => {
    await openPage('builds');
    expect(await screen.findByText(words.builds.empty)).toBeDefined();
  });

  it('lists the builds that main found', async () => {
    await openBuilds();
    await screen.findByRole('table');
    expect(rows().map((row) => /docs|linux/.exec(row.textContent ?? '')?.[0])).toEqual([
      'docs',
      'linux',
    ]);
  });

  it('shows the commands of the build that is chosen', async () => {
    const user = await openBuilds();
    await screen.findByRole('table');
    await user.click(within(rows()[1] as HTMLElement).getByText('linux'));
    const commands = within(await screen.findByTestId('commands'));
    expect(commands.getByText('make all')).toBeDefined();
    expect(commands.getByText('/home/ada/worker/linux/build')).toBeDefined();
    expect(main.argumentsOf('builds.details').at(-1)).toEqual({ workerId: 'w1', buildId: 'b1' });
  });

  it.each([
    [
      'en',
      [
        'Ended with their command: gcc, sleep (3 processes)',
        'Left running, then ended: Xvfb (1 process)',
      ],
    ],
    [
      'de',
      [
        'Mit ihrem Befehl beendet: gcc, sleep (3 Prozesse)',
        'Übrig geblieben und beendet: Xvfb (1 Prozess)',
      ],
    ],
  ] as const)('lists what the build had started and was ended, in %s', async (language, lines) => {
    const user = await openBuilds();
    const ended = { names: ['gcc', 'sleep'], count: 3 };
    const leftovers = { names: ['Xvfb'], count: 1 };
    const details = { ...DETAILS, endedWithCommands: ended, leftovers };
    main.answer({ builds: { find: () => PAGE, details: () => details } });
    await screen.findByRole('table');
    act(() => main.emit('app.changed', sampleView({ language })));
    await user.click(within(rows()[1] as HTMLElement).getByText('linux'));
    for (const line of lines) expect(await screen.findByText(line)).toBeDefined();
  });

  it('does not mention processes where none were ended', async () => {
    const user = await openBuilds();
    await screen.findByRole('table');
    await user.click(within(rows()[1] as HTMLElement).getByText('linux'));
    await screen.findByTestId('commands');
    expect(screen.queryByText(/process/)).toBeNull();
  });

  it('searches for what was typed, and shows all again after a search that found nothing', async () => {
    const user = await openBuilds();
    const search = await screen.findByRole('searchbox', { name: words.builds.search });
    main.answer({ builds: { find: ({ text }) => (text === '' ? PAGE : { ...PAGE, builds: [] }) } });
    await fill(user, search, 'cmake');
    await user.click(await screen.findByRole('button', { name: words.builds.showAll }));
    expect(main.argumentsOf('builds.find')).toContainEqual({
      workerId: 'w1',
      builderName: undefined,
      outcome: undefined,
      text: 'cmake',
      after: undefined,
      limit: 100,
    });
    expect(await screen.findByRole('table')).toBeDefined();
  });

  it('follows the history of its own worker', async () => {
    await openBuilds({ ...PAGE, builds: [sampleBuild()] });
    await screen.findByRole('table');
    main.answer({ builds: { find: () => PAGE } });
    act(() => main.emit('builds.changed', 'another'));
    expect(rows()).toHaveLength(1);
    act(() => main.emit('builds.changed', 'w1'));
    expect(await within(screen.getByRole('table')).findByText('docs')).toBeDefined();
  });

  it('forgets the history after a question', async () => {
    const user = await openBuilds();
    const { clear } = words.builds;
    await user.click(await screen.findByRole('button', { name: clear.button }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: clear.confirm }));
    expect(main.argumentsOf('builds.clear')).toEqual(['w1']);
  });

  it('reports a history that could not be loaded, and tries again on request', async () => {
    main.answer({
      builds: {
        find: () => {
          throw new Error('The disk is gone.');
        },
      },
    });
    const user = await openPage('builds');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is gone.');
    main.answer({ builds: { find: () => PAGE } });
    await user.click(screen.getByRole('button', { name: words.common.retry }));
    expect(await screen.findByRole('table')).toBeDefined();
  });
});
