import { describe, expect, it, vi } from 'vitest';
import { Bot } from '../../../../../../main/worker/bot.ts';
import { OwnDrain } from '../../../../../../main/worker/connection/msgpack/own-drain.ts';
import { botOptions } from '../../../../../support/bot-options.ts';
import { allDelivered } from '../../../../../support/broker-pair.ts';
import { FakeClock } from '../../../../../support/fake-clock.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
/** Longer than steps of a build are apart. */
const GAP_MS = 5_000;

function makeDrain() {
  const clock = new FakeClock();
  const onShutdown = vi.fn();
  const bot = new Bot(botOptions({ basedir: basedir.path, clock, onShutdown }));
  return { clock, bot, drain: new OwnDrain(bot), onShutdown };
}

describe('a drain of our own', () => {
  it('leaves at once when nothing runs, and once only', () => {
    const { drain, onShutdown } = makeDrain();
    drain.begin();
    drain.begin();
    expect(onShutdown).toHaveBeenCalledOnce();
  });

  it('waits until the last build has been quiet for the gap between two steps', () => {
    const { clock, bot, drain, onShutdown } = makeDrain();
    bot.builderNamed('linux').startBuild();
    drain.begin();
    clock.advance(1_000);
    bot.builderNamed('docs').startBuild();
    clock.advance(2_500);
    expect(onShutdown).not.toHaveBeenCalled();
    clock.advance(GAP_MS);
    expect(onShutdown).toHaveBeenCalledOnce();
  });

  it('counts a build that was let in, though its first step has not come yet', async () => {
    const { clock, drain, onShutdown } = makeDrain();
    await drain.admitBuild();
    drain.begin();
    expect(onShutdown).not.toHaveBeenCalled();
    clock.advance(GAP_MS);
    expect(onShutdown).toHaveBeenCalledOnce();
  });

  it('holds new builds back, and lets them in when it is taken back', async () => {
    const { clock, bot, drain, onShutdown } = makeDrain();
    bot.builderNamed('linux').startBuild();
    drain.begin();
    const letIn = vi.fn();
    void drain.admitBuild().then(letIn);
    await allDelivered();
    expect(letIn).not.toHaveBeenCalled();
    expect(drain.cancel()).toBe(true);
    await allDelivered();
    expect(letIn).toHaveBeenCalledOnce();
    clock.advance(GAP_MS);
    expect(onShutdown).not.toHaveBeenCalled();
  });

  it('holds new builds back between the last one and the end of the connection', async () => {
    const { drain } = makeDrain();
    drain.begin();
    const letIn = vi.fn();
    void drain.admitBuild().then(letIn);
    expect(drain.cancel()).toBe(false);
    await allDelivered();
    expect(letIn).not.toHaveBeenCalled();
  });

  it('sends nothing more when its connection is gone', () => {
    const { clock, bot, drain, onShutdown } = makeDrain();
    bot.builderNamed('linux').startBuild();
    drain.begin();
    drain.dispose();
    clock.advance(GAP_MS);
    expect(onShutdown).not.toHaveBeenCalled();
  });
});
