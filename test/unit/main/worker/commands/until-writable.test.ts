import { expect, it } from 'vitest';
import { Emitter } from '../../../../../main/lib/emitter.ts';
import { untilWritable } from '../../../../../main/worker/commands/until-writable.ts';

/** A master's side, and what waits for room at it. */
function waiting(isWritable: boolean) {
  const changed = new Emitter<boolean>();
  const end = new AbortController();
  const flow = { isWritable, onWritableChanged: changed.on.bind(changed) };
  let isOver = false;
  void untilWritable(flow, end.signal).then(() => {
    isOver = true;
  });
  const over = async (): Promise<boolean> => {
    await new Promise((settled) => setImmediate(settled));
    return isOver;
  };
  return { changed, end, over };
}

it('waits for nothing where there is room', async () => {
  const { over, changed } = waiting(true);
  expect(await over()).toBe(true);
  expect(changed.hasListeners).toBe(false);
});

it('waits until there is room, and follows nothing after', async () => {
  const { changed, over } = waiting(false);
  changed.emit(false);
  expect(await over()).toBe(false);
  changed.emit(true);
  expect(await over()).toBe(true);
  expect(changed.hasListeners).toBe(false);
});

it('ends when nothing more is to be sent', async () => {
  const { changed, end, over } = waiting(false);
  expect(await over()).toBe(false);
  end.abort();
  expect(await over()).toBe(true);
  expect(changed.hasListeners).toBe(false);
});
