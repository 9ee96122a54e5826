import { closeSync, readSync, writeSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { pipePool } from '../../../../../../main/worker/process/spawn/pipe-pool.ts';
import { onlyOn } from '../../../../../support/only-on.ts';

afterAll(() => pipePool.dispose());

// Other systems open Node's own pipes through /dev/stdout.
describe(
  'a pipe of the pool',
  onlyOn('linux', 'only Linux opens a pipe by its name under /proc'),
  () => {
    async function taken(ourEnd: 'read' | 'write') {
      const pipe = await pipePool.take(ourEnd);
      if (!pipe) throw new Error('this system has no pipes to give');
      return pipe;
    }

    it('carries bytes from one end to the other, and ends when its writer closes', async () => {
      const { readFd, writeFd } = await taken('read');
      const buffer = Buffer.alloc(10);
      expect(() => readSync(readFd, buffer)).toThrow('EAGAIN');
      writeSync(writeFd, 'hello');
      expect(readSync(readFd, buffer)).toBe(5);
      closeSync(writeFd);
      expect(readSync(readFd, buffer)).toBe(0);
      closeSync(readFd);
    });

    it('is another one each time', async () => {
      const [first, second] = [await taken('read'), await taken('write')];
      writeSync(first.writeFd, 'x');
      closeSync(second.writeFd);
      expect(readSync(second.readFd, Buffer.alloc(1))).toBe(0);
      for (const fd of [first.readFd, first.writeFd, second.readFd]) closeSync(fd);
    });
  },
);
