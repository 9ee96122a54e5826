import { expect, it } from 'vitest';
import {
  MOST_BLOCKS_IN_FLIGHT,
  MOST_BYTES_IN_FLIGHT,
} from '../../../../../../main/worker/commands/transfer/transfer-limits.ts';
import { WriteWindow } from '../../../../../../main/worker/commands/transfer/write-window.ts';

/** A master that answers when the test says so. */
function slowMaster() {
  const answers: { resolve(): void; reject(error: Error): void }[] = [];
  const window = new WriteWindow(
    () => new Promise((resolve, reject) => answers.push({ resolve, reject })),
  );
  /** Whether a further block of this size may leave at once. */
  const hasRoom = async (sizeBytes: number): Promise<boolean> => {
    const later = new Promise<boolean>((resolve) => setImmediate(() => resolve(false)));
    return Promise.race([window.room(sizeBytes).then(() => true), later]);
  };
  return { window, answers, hasRoom };
}

it('lets no more blocks leave than may wait for an answer', async () => {
  const { window, answers, hasRoom } = slowMaster();
  for (let block = 0; block < MOST_BLOCKS_IN_FLIGHT; block += 1) window.send(new Uint8Array(1));
  expect(await hasRoom(1)).toBe(false);
  answers[0]?.resolve();
  expect(await hasRoom(1)).toBe(true);
});

it('counts their bytes, but lets a single block of any size leave', async () => {
  const { window, hasRoom } = slowMaster();
  expect(await hasRoom(MOST_BYTES_IN_FLIGHT + 1)).toBe(true);
  window.send(new Uint8Array(MOST_BYTES_IN_FLIGHT - 1));
  expect(await hasRoom(1)).toBe(true);
  expect(await hasRoom(2)).toBe(false);
});

it('settles when all are answered, with the first failure', async () => {
  const { window, answers } = slowMaster();
  window.send(new Uint8Array(1));
  window.send(new Uint8Array(1));
  answers[1]?.reject(new Error('disk full'));
  answers[0]?.resolve();
  await expect(window.settle()).rejects.toThrow('disk full');
  await expect(window.room(1)).rejects.toThrow('disk full');
});
