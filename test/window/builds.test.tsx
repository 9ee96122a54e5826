import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type {
  BuildDetails,
  BuildPage,
  BuildSummary,
} from '../../main/contract/builds/build-history.ts';
import { main } from './support/main.ts';
import { currentPage, fill, openPage, pageLink, words } from './support/open-window.tsx';
import { sampleBuild, sampleDurations, sampleTimeline, sampleView } from './support/samples.ts';

const PAGE: BuildPage = {
  builds: [
    sampleBuild({ id: 'b2', builderName: 'docs', outcome: 'errors', failedCount: 1 }),
    sampleBuild(),
  ],
  offset: 0,
  count: 2,
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
  main.answer({
    builds: {
      find: () => page,
      details: () => DETAILS,
      timeline: () => sampleTimeline(),
      durations: () => sampleDurations(),
    },
  });
  return openPage('builds');
}

const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);

describe('the page of builds', () => {
  it('explains itself before anything ran, and leads to a first build', async () => {
    const user = await openPage('builds');
    expect(await screen.findByRole('heading', { name: words.builds.empty })).toBeDefined();
    const page = within(screen.getByRole('main'));
    await user.click(page.getByRole('button', { name: words.rehearsal.title }));
    expect(currentPage()).toBe(pageLink('rehearsal'));
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
    const nothing = { ...PAGE, builds: [], count: 0 };
    main.answer({ builds: { find: ({ text }) => (text === '' ? PAGE : nothing) } });
    await fill(user, search, 'cmake');
    await user.click(await screen.findByRole('button', { name: words.builds.showAll }));
    expect(main.argumentsOf('builds.find')).toContainEqual({
      workerId: 'w1',
      builderName: undefined,
      outcome: undefined,
      text: 'cmake',
      offset: 0,
      limit: 200,
    });
    expect(await screen.findByRole('table')).toBeDefined();
  });

  it('follows the history of its own worker', async () => {
    await openBuilds({ ...PAGE, builds: [sampleBuild()], count: 1 });
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

/** A history of so many builds, of which main answers whatever part is asked for. */
function longHistory(count: number): BuildSummary[] {
  return Array.from({ length: count }, (_build, at) =>
    sampleBuild({ id: `b${at}`, builderName: `number ${at}` }),
  );
}

async function openLong(count = 10_000) {
  const all = longHistory(count);
  main.answer({
    builds: {
      find: ({ offset, limit }) => ({
        builds: all.slice(offset, offset + limit),
        offset,
        count,
        builderNames: ['linux'],
        kept: count,
      }),
      timeline: () => sampleTimeline(),
      durations: () => sampleDurations(),
    },
  });
  const user = await openPage('builds');
  await screen.findByText('number 0');
  return { all, user };
}

describe('a history of 10,000 builds', () => {
  it('has rows for those in sight only, and says how many there are', async () => {
    await openLong();
    expect(rows().length).toBeLessThan(60);
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('10001');
    expect(screen.getByText(words.builds.found(10_000, 10_000))).toBeDefined();
    const asked = main.argumentsOf('builds.find');
    expect(asked.every((query) => (query as { limit: number }).limit <= 200)).toBe(true);
  });

  it('shows the builds that are scrolled to', async () => {
    await openLong();
    const page = document.querySelector('.main') as HTMLElement;
    Object.defineProperty(page, 'scrollTop', { value: 150_000, configurable: true });
    fireEvent.scroll(page);
    await waitFor(() => expect(rows()[20]?.textContent).toMatch(/number [34]\d{3}/));
    const first = Number(rows()[0]?.getAttribute('aria-rowindex'));
    expect(rows()[0]?.textContent).toContain(`number ${first - 2}`);
  });

  it('is gone through by arrow keys', async () => {
    const { user } = await openLong();
    act(() =>
      within(rows()[0] as HTMLElement)
        .getByRole('button')
        .focus(),
    );
    const stops = () =>
      rows()
        .flatMap((row) => within(row).queryAllByRole('button'))
        .map((one) => one.tabIndex);
    expect(stops().slice(0, 3)).toEqual([0, -1, -1]);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement?.textContent).toBe('number 1');
    // Tab leads past the others.
    expect(stops().slice(0, 3)).toEqual([-1, 0, -1]);
    expect(stops().filter((tabIndex) => tabIndex === 0)).toHaveLength(1);
    await user.keyboard('{Enter}');
    expect(main.argumentsOf('builds.details').at(-1)).toMatchObject({ buildId: 'b1' });
  });

  it('draws no row again whose build has not changed', async () => {
    const { all } = await openLong();
    const format = vi.spyOn(words.format, 'bytes');
    const before = main.argumentsOf('builds.find').length;
    act(() => main.emit('builds.changed', 'w1'));
    await waitFor(() => expect(main.argumentsOf('builds.find').length).toBeGreaterThan(before));
    await act(async () => {});
    expect(format).not.toHaveBeenCalled();
    all.splice(1, 1, sampleBuild({ id: 'b1', builderName: 'changed' }));
    act(() => main.emit('builds.changed', 'w1'));
    await screen.findByText('changed');
    expect(format).toHaveBeenCalledTimes(1);
  });
});

describe('the pictures', () => {
  it('are of the whole history that the filter lets through', async () => {
    const user = await openBuilds();
    expect(await screen.findByText(/^6 builds of 1 builder/)).toBeDefined();
    expect(await screen.findByText(/^6 builds of linux/)).toBeDefined();
    await user.click(screen.getByRole('combobox', { name: words.builds.outcome }));
    await user.click(screen.getByRole('option', { name: words.builds.outcomes.errors }));
    const filtered = expect.objectContaining({ outcome: 'errors', builderName: undefined });
    await waitFor(() => expect(main.argumentsOf('builds.timeline')).toContainEqual(filtered));
    await waitFor(() => expect(main.argumentsOf('builds.durations')).toContainEqual(filtered));
  });

  it('keep the builder and the span that main chose at first, while others build more', async () => {
    await openBuilds();
    await screen.findByText(/^6 builds of linux/);
    const busiest = ({ of = 'docs' }: { readonly of?: string | undefined }) =>
      sampleDurations({ builderName: of });
    main.answer({
      builds: { durations: busiest, timeline: ({ span = 'hour' }) => sampleTimeline({ span }) },
    });
    act(() => main.emit('builds.changed', 'w1'));
    await waitFor(() =>
      expect(main.argumentsOf('builds.durations').at(-1)).toMatchObject({ of: 'linux' }),
    );
    expect(main.argumentsOf('builds.timeline').at(-1)).toMatchObject({ span: 'all' });
    expect(screen.getByText(/^6 builds of linux/)).toBeDefined();
  });

  it('measure the builder that is chosen', async () => {
    const user = await openBuilds();
    await user.click(await screen.findByRole('combobox', { name: words.builds.durations.builder }));
    // The filter, which comes first, offers it too.
    await user.click(screen.getAllByRole('option', { name: 'docs' }).at(-1) as Element);
    await waitFor(() =>
      expect(main.argumentsOf('builds.durations').at(-1)).toMatchObject({ of: 'docs' }),
    );
  });

  it('show builds that share a bar as what they are, and lead to one of them', async () => {
    const user = await openBuilds();
    const shared = await screen.findByRole('button', { name: /^linux: 5 builds, worst result/ });
    await user.click(shared);
    expect(main.argumentsOf('builds.details').at(-1)).toMatchObject({ buildId: 'b2' });
  });

  it('say which builders have no room', async () => {
    await openBuilds();
    main.answer({ builds: { timeline: () => sampleTimeline({ otherBuilders: 28 }) } });
    act(() => main.emit('builds.changed', 'w1'));
    expect(await screen.findByText(/28 more builders have no room here/)).toBeDefined();
  });
});
