import { describe, expect, it } from 'vitest';
import {
  endTree,
  endTrees,
  settledSurvivors,
} from '../../../../../../main/worker/process/tree/end-tree.ts';
import type { ProcessTree } from '../../../../../../main/worker/process-tree.ts';
import { FakeClock } from '../../../../../support/fake-clock.ts';

const LEFT = [2 ** 30];

interface FakeTree extends ProcessTree {
  readonly signals: string[];
}

/** One process that is seen in so many looks after its first signal; `unsettledLooks` show less than there is. */
function fakeTree({ staysFor = 0, unsettledLooks = 0, isEmpty = false } = {}): FakeTree {
  const signals: string[] = [];
  let looks = 0;
  let looksLeft = staysFor;
  const isGone = (): boolean => isEmpty || (signals.length > 0 && looksLeft-- <= 0);
  return {
    signals,
    get isSettled() {
      return looks > unsettledLooks;
    },
    survivors() {
      looks += 1;
      return this.isSettled && !isGone() ? LEFT : [];
    },
    remaining: () => [],
    signal: (name) => void signals.push(name),
    keep: () => {},
    release: () => {},
    close: () => {},
  };
}

async function afterPatience<T>(clock: FakeClock, result: Promise<T>): Promise<T> {
  await clock.advanceAsync(1_100);
  return result;
}

describe('what is left of a tree', () => {
  it('is known once all of it shows whose it is', async () => {
    const clock = new FakeClock();
    const tree = fakeTree({ unsettledLooks: 3 });
    expect(await afterPatience(clock, settledSurvivors(tree, clock))).toEqual(LEFT);
    expect(tree.signals).toEqual([]);
  });

  it('is not waited for longer than a second where it never shows that', async () => {
    const clock = new FakeClock();
    const tree = fakeTree({ unsettledLooks: Number.POSITIVE_INFINITY });
    expect(await afterPatience(clock, settledSurvivors(tree, clock))).toEqual([]);
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('ending a tree', () => {
  it('takes no time and sends no signal where nothing is left', async () => {
    const clock = new FakeClock();
    const tree = fakeTree({ isEmpty: true });
    expect(await endTree(tree, clock)).toEqual([]);
    expect([tree.signals, clock.pendingTimers]).toEqual([[], 0]);
  });

  it.each([
    ['waits until all of it is gone', {}, ['KILL']],
    ['kills again what started another meanwhile', { staysFor: 2 }, ['KILL', 'KILL', 'KILL']],
    ['ends what shows only later whose it is', { unsettledLooks: 3 }, ['KILL']],
  ])('%s', async (_what, options, signals) => {
    const clock = new FakeClock();
    const tree = fakeTree(options);
    expect(await afterPatience(clock, endTree(tree, clock))).toEqual([]);
    expect(tree.signals).toEqual(signals);
  });

  it('gives up after a second and reports what could not be ended', async () => {
    const clock = new FakeClock();
    const tree = fakeTree({ staysFor: Number.POSITIVE_INFINITY });
    expect(await afterPatience(clock, endTree(tree, clock))).toEqual(LEFT);
    expect([tree.signals.length > 10, clock.pendingTimers]).toEqual([true, 0]);
  });
});

it('ends many trees in rounds of one look each, and names a process of several trees once', async () => {
  const clock = new FakeClock();
  const looks: unknown[] = [];
  const trees = [fakeTree(), fakeTree({ staysFor: 2 }), fakeTree({ isEmpty: true })].map((tree) => {
    const { survivors } = tree;
    return Object.assign(tree, {
      survivors(look: unknown) {
        looks.push(look);
        return survivors.call(tree);
      },
    });
  });
  expect(await afterPatience(clock, endTrees(trees, clock))).toEqual([]);
  expect(trees.map(({ signals }) => signals.length)).toEqual([1, 3, 0]);
  expect([looks.length, new Set(looks).size, looks.includes(undefined)]).toEqual([12, 4, false]);
  const held = [1, 2].map(() => fakeTree({ staysFor: Number.POSITIVE_INFINITY }));
  expect(await afterPatience(clock, endTrees(held, clock))).toEqual(LEFT);
});
