import { setImmediate as nextTurn } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { collectGarbage } from '../../../../main/app/collect-garbage.ts';

describe('collectGarbage', () => {
  it('frees what nobody holds, and nothing else', async () => {
    const held = { name: 'held' };
    const toHeld = new WeakRef(held);
    const toUnused = new WeakRef({ name: 'unused' });
    // A weak reference holds what it names until the turn in which it was made is over.
    await nextTurn();
    collectGarbage();
    expect(toUnused.deref()).toBeUndefined();
    expect(toHeld.deref()).toBe(held);
  });

  it('shows the collector to nobody else', () => {
    collectGarbage();
    expect(runInNewContext('typeof gc')).toBe('undefined');
  });
});
