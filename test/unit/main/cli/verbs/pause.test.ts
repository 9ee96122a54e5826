import { describe, expect, it, vi } from 'vitest';
import { pause, pauseEndFrom } from '../../../../../main/cli/verbs/pause.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { stageRunning } from '../../../../support/staged-worker.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});

const NOW = new Date(2026, 10, 24, 22, 30).getTime();

describe('the end of a pause', () => {
  it.each([
    [{}, 'resumed'],
    [{ hours: '2' }, NOW + 7_200_000],
    [{ hours: '1.5' }, NOW + 5_400_000],
    [{ untilTomorrow: true }, new Date(2026, 10, 25, 6).getTime()],
  ])('by %j is %s', (options, end) => {
    expect(pauseEndFrom(options, NOW)).toBe(end);
  });

  it.each(['0', '-1', 'soon', '10001', '1e3', ''])('is not after %j hours', (hours) => {
    expect(() => pauseEndFrom({ hours }, NOW)).toThrow(
      `--hours needs a number of hours above 0, such as 1.5, not '${hours}'.`,
    );
  });

  it('is named once', () => {
    expect(() => pauseEndFrom({ hours: '1', untilTomorrow: true }, NOW)).toThrow(
      '--hours and --until-tomorrow exclude each other.',
    );
  });
});

it('is requested of the running worker', async () => {
  const control = stageRunning();
  const terminal = new FakeTerminal();
  expect(await pause.perform(['/w'], {}, terminal)).toBe(0);
  expect(control.requested).toMatchObject([{ kind: 'pause' }]);
  expect(terminal.stdout).toBe('the worker pauses once its builds have ended\n');
});

it('is not requested where the options cannot be', async () => {
  const control = stageRunning();
  await expect(pause.perform(['/w'], { hours: 'x' }, new FakeTerminal())).rejects.toThrow(
    '--hours',
  );
  expect(control.requested).toEqual([]);
});
