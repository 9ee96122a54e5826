import { rename } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { enclosedBuilder } from '../../../../support/enclosed-builder.ts';
import { protectedBuilds } from '../../../../support/protection.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const temporary = temporaryBasedir();

describe("a builder's enclosure", protectedBuilds, () => {
  it('is none in the open', async () => {
    const { enclosing } = await enclosedBuilder(temporary.path, { protection: 'open' });
    expect(await enclosing.enter()).toBeUndefined();
    expect(enclosing.isOpen).toBe(false);
  });

  it('is one for commands that begin at the same time, and for the next', async () => {
    const { enclosing } = await enclosedBuilder(temporary.path, { protection: 'guarded' });
    const [one, other] = await Promise.all([enclosing.enter(), enclosing.enter()]);
    await one?.leave();
    await other?.leave();
    expect(other).toBe(one);
    expect(await enclosing.enter()).toBe(one);
    await one?.leave();
  });

  it('is another one after its end', async () => {
    const { enclosing } = await enclosedBuilder(temporary.path, { protection: 'guarded' });
    const one = await enclosing.enter();
    await one?.leave();
    await enclosing.end();
    expect(one?.isOver).toBe(true);
    const next = await enclosing.enter();
    expect(next).not.toBe(one);
    await next?.leave();
  });

  it('is another one after its first process was ended', async () => {
    const { enclosing } = await enclosedBuilder(temporary.path, { protection: 'guarded' });
    const one = await enclosing.enter();
    await one?.leave();
    if (one) process.kill(one.firstPid, 'SIGKILL');
    await waitFor(() => expect(one?.isOver).toBe(true));
    const next = await enclosing.enter();
    expect(next?.isOver).toBe(false);
    await next?.leave();
  });

  it('is tried again where it could not be made', async () => {
    const { enclosing } = await enclosedBuilder(temporary.at('gone'), { protection: 'guarded' });
    await rename(temporary.at('gone'), temporary.at('away'));
    await expect(enclosing.enter()).rejects.toThrow();
    await rename(temporary.at('away'), temporary.at('gone'));
    const enclosure = await enclosing.enter();
    await enclosure?.leave();
    expect(enclosure).toBeDefined();
  });
});
