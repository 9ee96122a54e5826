import { expect, it } from 'vitest';
import { LONGEST_TURN_MS } from '../../../../main/worker/master-limits.ts';
import { Turns } from '../../../../main/worker/turns.ts';

/** How often others had their turn while `pieces` of `pieceMs` each were done. */
async function turnsOfOthers(pieces: number, pieceMs: number): Promise<number> {
  let others = 0;
  let isOver = false;
  const count = (): void => {
    others += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const turns = new Turns();
  for (let at = 0; at < pieces; at += 1) {
    await turns.next();
    const endMs = performance.now() + pieceMs;
    while (performance.now() < endMs);
  }
  isOver = true;
  return others;
}

it('others have their turns between many things', async () => {
  expect(await turnsOfOthers(10, LONGEST_TURN_MS)).toBeGreaterThanOrEqual(9);
});

it('few things are done in one turn', async () => {
  expect(await turnsOfOthers(10, 0)).toBe(0);
});
