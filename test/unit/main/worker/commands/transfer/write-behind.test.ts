import { describe, expect, it } from 'vitest';
import { WriteBehind } from '../../../../../../main/worker/commands/transfer/write-behind.ts';

/** A disk that writes what it is given when the test lets it. */
function slowDisk() {
  const writes: { readonly sizes: readonly number[]; readonly end: (error?: Error) => void }[] = [];
  const behind = new WriteBehind(
    (blocks) =>
      new Promise((resolve, reject) => {
        const end = (error?: Error): void => (error ? reject(error) : resolve());
        writes.push({ sizes: blocks.map(({ length }) => length), end });
      }),
  );
  return { behind, writes, sizes: () => writes.map((write) => write.sizes) };
}

const block = (size: number) => new Uint8Array(size);

describe('writing behind', () => {
  it('writes at once, and what came meanwhile in one go and in order', async () => {
    const { behind, writes, sizes } = slowDisk();
    await behind.add(block(1));
    await behind.add(block(2));
    await behind.add(block(3));
    expect(sizes()).toEqual([[1]]);
    writes[0]?.end();
    await new Promise(setImmediate);
    expect(sizes()).toEqual([[1], [2, 3]]);
    const settled = behind.settle();
    writes[1]?.end();
    await settled;
  });

  it('holds no more than its bound: whoever adds more waits for the disk', async () => {
    const { behind, writes } = slowDisk();
    await behind.add(block(1));
    await behind.add(block(512 * 1024 - 1));
    let isTaken = false;
    const taken = behind.add(block(1)).then(() => {
      isTaken = true;
    });
    await new Promise(setImmediate);
    expect(isTaken).toBe(false);
    writes[0]?.end();
    await new Promise(setImmediate);
    writes[1]?.end();
    await taken;
  });

  it('refuses the next block with the same error, and writes nothing more', async () => {
    const { behind, writes, sizes } = slowDisk();
    await behind.add(block(1));
    await behind.add(block(2));
    writes[0]?.end(new Error('full'));
    await expect(behind.settle()).rejects.toThrow('full');
    await expect(behind.add(block(3))).rejects.toThrow('full');
    expect(sizes()).toEqual([[1]]);
  });

  it('has nothing to settle where nothing was added', async () => {
    await expect(slowDisk().behind.settle()).resolves.toBeUndefined();
  });
});
