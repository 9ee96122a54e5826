import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../../main/worker/command.ts';
import { withElapsed } from '../../../../../main/worker/commands/with-elapsed.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { recordingContext } from '../../../../support/recording-sink.ts';

describe('withElapsed', () => {
  function timed(run: (command: Command) => Promise<void>) {
    const clock = new FakeClock();
    const context = recordingContext('/w', { clock });
    const values: unknown[] = [];
    context.updates.value = (key, value) => void values.push([key, value]);
    const inner: Command = {
      summary: '',
      run: async () => {
        clock.advance(1500);
        await run(command);
        context.updates.value('rc', 0);
      },
      interrupt: () => {},
    };
    const definition = {
      names: [],
      className: '',
      requiredArguments: [],
      argumentsFromPb: () => ({}),
      create: () => inner,
    };
    const command = withElapsed(definition).create({}, context);
    return { command, values };
  }

  it('sends the seconds as a float after the rc', async () => {
    const { command, values } = timed(async () => {});
    await command.run();
    expect(values).toEqual([
      ['rc', 0],
      ['elapsed', { float: 1.5 }],
    ]);
  });

  it('sends them when the command fails, too', async () => {
    const { command, values } = timed(async () => {
      throw new Error('failed');
    });
    await expect(command.run()).rejects.toThrow('failed');
    expect(values).toEqual([['elapsed', { float: 1.5 }]]);
  });

  it('sends none when it was interrupted', async () => {
    const { command, values } = timed(async (running) => running.interrupt('stop'));
    await command.run();
    expect(values).toEqual([['rc', 0]]);
  });
});
