import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { problem } from '../../main/contract/problem.ts';
import type { WorkerStatus } from '../../main/contract/worker/worker-status.ts';
import { main } from './support/main.ts';
import { openPage, openWindow, words } from './support/open-window.tsx';
import { sampleBuild, sampleTimeline, sampleView, sampleWorker } from './support/samples.ts';

const copyButton = (what: string) =>
  screen.getByRole('button', { name: words.common.copyThis(what) });

it('where a worker and its master are can be copied', async () => {
  const user = await openWindow();
  const written = vi.spyOn(navigator.clipboard, 'writeText');
  await user.click(screen.getByRole('button', { name: words.overview.details }));
  await user.click(copyButton(words.overview.copies.master));
  await user.click(copyButton(words.overview.copies.directory));
  expect(written.mock.calls).toEqual([['ci.example.org:9989'], ['/home/ada/worker']]);
  expect(screen.getAllByRole('button', { name: words.common.copied })).toHaveLength(2);
});

it('what is wrong with a worker can be copied as it is shown', async () => {
  const notListening = problem('reaching.masterNotListening', { host: 'ci.example.org', port: 1 });
  const status: WorkerStatus = {
    kind: 'connecting',
    attempt: 2,
    retryAt: undefined,
    problem: { kind: 'refused', problem: notListening },
  };
  const user = await openWindow(sampleView({ workers: [sampleWorker({ status })] }));
  const written = vi.spyOn(navigator.clipboard, 'writeText');
  await user.click(copyButton(words.overview.copies.problem));
  expect(written).toHaveBeenCalledWith(screen.getByTestId('problem').textContent);
});

it('the directory of a command can be copied', async () => {
  const command = {
    commandId: 'c1',
    name: 'shell',
    summary: 'make all',
    argv: undefined,
    workdir: '/home/ada/worker/linux/build',
    startedAt: 0,
    durationMs: 4_000,
    outputBytes: 2_048,
    end: { kind: 'exited', rc: 0 } as const,
    isFailure: false,
  };
  main.answer({
    builds: {
      find: () => ({
        builds: [sampleBuild()],
        offset: 0,
        count: 1,
        builderNames: ['linux'],
        kept: 1,
      }),
      details: () => ({ ...sampleBuild(), commands: [command] }),
      timeline: () => sampleTimeline(),
    },
  });
  const user = await openPage('builds');
  const written = vi.spyOn(navigator.clipboard, 'writeText');
  await user.click(within(await screen.findByRole('table')).getByRole('button', { name: 'linux' }));
  await screen.findByTestId('commands');
  await user.click(copyButton(words.overview.copies.directory));
  expect(written).toHaveBeenCalledWith('/home/ada/worker/linux/build');
});
