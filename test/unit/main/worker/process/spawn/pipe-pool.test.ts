import { closeSync, readdirSync, readSync, writeSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import {
  closePipes,
  PipePool,
  pipePool,
} from '../../../../../../main/worker/process/spawn/pipe-pool.ts';
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

describe(
  'a pool that cannot make pipes',
  onlyOn('linux', 'only Linux opens a pipe by its name under /proc'),
  () => {
    const openDescriptors = (): number => readdirSync('/proc/self/fd').length;
    const error = (code: string) => Object.assign(new Error(`${code}: refused`), { code });

    it('gives none for a while, reports it once, and tries again later', async () => {
      let nowMs = 0;
      let isBroken = true;
      let tries = 0;
      const real = new PipePool();
      const pool = new PipePool(
        async (_count, onMade) => {
          tries += 1;
          if (isBroken) throw error('ENOSPC');
          const pipe = await real.take('read');
          if (!pipe) throw new Error('this system has no pipes to give');
          for (let n = 0; n < 3; n += 1) onMade(`/proc/self/fd/${pipe.readFd}`);
          closeSync(pipe.readFd);
          closeSync(pipe.writeFd);
        },
        () => nowMs,
      );
      const news: string[] = [];
      const take = () => pool.takeForStreams((sentence) => news.push(sentence));
      expect([await take(), await take()]).toEqual([undefined, undefined]);
      expect([tries, news.length, news[0]]).toEqual([1, 1, expect.stringMatching(/ENOSPC/)]);
      nowMs += 60_000;
      expect(await take()).toBeUndefined();
      expect([tries, news.length]).toEqual([2, 1]);
      isBroken = false;
      nowMs += 60_000;
      const pipes = await take();
      if (!pipes) throw new Error('no pipes');
      closePipes(Object.values(pipes));
      expect(news[1]).toBe('pipes can be made for commands again');
      pool.dispose();
      real.dispose();
    });

    it('refuses without taking anything where no descriptor is left', async () => {
      const before = openDescriptors();
      const pool = new PipePool(async () => {
        throw error('EMFILE');
      });
      await expect(pool.takeForStreams(() => {})).rejects.toMatchObject({ code: 'EMFILE' });
      expect(openDescriptors()).toBe(before);
    });
  },
);
