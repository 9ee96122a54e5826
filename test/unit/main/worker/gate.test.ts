import { expect, it } from 'vitest';
import { Gate } from '../../../../main/worker/gate.ts';

/** Things that want in: by their names, and those that are, in their order. */
function visitors(gate: Gate) {
  const inside: string[] = [];
  const ends = new Map<string, () => void>();
  const come = (name: string): void => {
    const ended = new Promise<void>((resolve) => ends.set(name, resolve));
    const turn = gate.enter(ended);
    if (turn === undefined) inside.push(name);
    else void turn.then(() => inside.push(name));
  };
  const leave = async (name: string): Promise<void> => {
    ends.get(name)?.();
    await new Promise((settled) => setImmediate(settled));
  };
  return { inside, come, leave };
}

it('lets so many in at once, and the others by their order', async () => {
  const { inside, come, leave } = visitors(new Gate(2));
  for (const name of ['a', 'b', 'c', 'd']) come(name);
  expect(inside).toEqual(['a', 'b']);
  await leave('b');
  expect(inside).toEqual(['a', 'b', 'c']);
  await leave('a');
  await leave('c');
  expect(inside).toEqual(['a', 'b', 'c', 'd']);
});

it('gives no turn to what has ended before it, and loses none', async () => {
  const { inside, come, leave } = visitors(new Gate(1));
  for (const name of ['a', 'b', 'c']) come(name);
  await leave('b');
  await leave('a');
  expect(inside).toEqual(['a', 'c']);
  await leave('c');
  come('d');
  expect(inside).toEqual(['a', 'c', 'd']);
});
