import { describe, expect, it, vi } from 'vitest';
import { pause, pauseLengthFrom } from '../../../../../main/cli/verbs/pause.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { stageRunning } from '../../../../support/staged-worker.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});

describe('the length of a pause', () => {
  it.each([
    [{}, 'until-resumed'],
    [{ hours: '2' }, { hours: 2 }],
    [{ hours: '1.5' }, { hours: 1.5 }],
    [{ untilTomorrow: true }, 'until-tomorrow'],
  ])('by %j is %j', (options, length) => {
    expect(pauseLengthFrom(options)).toEqual(length);
  });

  it.each(['0', '-1', 'soon', '10001', '1e3', ''])('is not %j hours', (hours) => {
    expect(() => pauseLengthFrom({ hours })).toThrow(
      `--hours needs a number of hours above 0, such as 1.5, not '${hours}'.`,
    );
  });

  it('is named once', () => {
    expect(() => pauseLengthFrom({ hours: '1', untilTomorrow: true })).toThrow(
      '--hours and --until-tomorrow cannot be used together.',
    );
  });
});

it('is requested of the running worker', async () => {
  const control = stageRunning();
  const terminal = new FakeTerminal();
  expect(await pause.perform(['/w'], {}, terminal)).toBe(0);
  expect(control.requested).toMatchObject([{ kind: 'pause' }]);
  expect(terminal.stdout).toBe('the worker pauses once its builds have finished\n');
});

it('is not requested where the options cannot be', async () => {
  const control = stageRunning();
  await expect(pause.perform(['/w'], { hours: 'x' }, new FakeTerminal())).rejects.toThrow(
    '--hours',
  );
  expect(control.requested).toEqual([]);
});
