import { describe, expect, it } from 'vitest';
import { Emitter } from '../../../../../main/lib/emitter.ts';
import { CommandLimitError } from '../../../../../main/worker/command-errors.ts';
import { momentaryCommand } from '../../../../../main/worker/commands/momentary-command.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { recordingContext } from '../../../../support/recording-sink.ts';

function make(run: (signal: AbortSignal) => Promise<void>) {
  const clock = new FakeClock();
  const context = recordingContext('/', { clock });
  const command = momentaryCommand(context, { name: 'look', summary: 'look', run });
  return { clock, command, updates: context.updates.updates };
}

const never = (): Promise<never> => new Promise(() => {});

describe('a momentary command', () => {
  it('is over with what it has sent, and leaves no timer', async () => {
    const { clock, command, updates } = make(async () => {});
    await command.run();
    expect([updates, clock.pendingTimers]).toEqual([[], 0]);
  });

  it('is answered when it is interrupted, whatever the file system does', async () => {
    const signals: AbortSignal[] = [];
    const { clock, command, updates } = make((signal) => {
      signals.push(signal);
      return never();
    });
    const ended = command.run();
    command.interrupt('enough');
    command.interrupt('enough');
    await ended;
    expect(updates).toEqual([
      ['header', 'look: interrupted\n'],
      ['rc', -1],
    ]);
    expect([signals[0]?.aborted, clock.pendingTimers]).toEqual([true, 0]);
  });

  it('is answered after some minutes, whatever the file system does', async () => {
    const { clock, command, updates } = make(never);
    const ended = command.run();
    clock.advance(3_600_000);
    await ended;
    expect(updates).toEqual([
      ['header', 'look: no answer within 300 s\n'],
      ['rc', 110],
    ]);
  });

  it('answers for a limit that it met', async () => {
    const { command, updates } = make(async () => {
      throw new CommandLimitError('too much', 75);
    });
    await command.run();
    expect(updates).toEqual([
      ['header', 'look: too much\n'],
      ['rc', 75],
    ]);
  });

  describe('whose master does not read', () => {
    function makeHeld() {
      const clock = new FakeClock();
      const changed = new Emitter<boolean>();
      const context = recordingContext('/', { clock });
      const updates = Object.assign(context.updates, {
        isWritable: false,
        onWritableChanged: changed.on.bind(changed),
      });
      let isBegun = false;
      const run = async (): Promise<void> => {
        isBegun = true;
      };
      const held = { ...context, updates };
      const command = momentaryCommand(held, { name: 'look', summary: 'look', run });
      return { command, changed, clock, updates: updates.updates, isBegun: () => isBegun };
    }

    it('begins when there is room for its answer, and its time with it', async () => {
      const { command, changed, clock, isBegun } = makeHeld();
      const ended = command.run();
      changed.emit(false);
      await Promise.resolve();
      clock.advance(3_600_000);
      expect(isBegun()).toBe(false);
      changed.emit(true);
      await ended;
      expect([isBegun(), changed.hasListeners]).toEqual([true, false]);
    });

    it('is answered without having begun when it is interrupted', async () => {
      const { command, changed, updates, isBegun } = makeHeld();
      const ended = command.run();
      command.interrupt('enough');
      await ended;
      expect([isBegun(), changed.hasListeners]).toEqual([false, false]);
      expect(updates.at(-1)).toEqual(['rc', -1]);
    });
  });

  it('fails for any other reason', async () => {
    const { command } = make(() => Promise.reject(new Error('broken')));
    await expect(command.run()).rejects.toThrow('broken');
  });
});
