import { appendFile, mkdir, rename, truncate, writeFile } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LogSource } from '../../../../../main/logging/reading/log-source.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

async function opened(text: string, name = 'a.log'): Promise<LogSource> {
  await writeFile(basedir.at(name), text);
  const source = await LogSource.open(basedir.at(name));
  if (source === undefined) throw new Error('it is there');
  onTestFinished(() => source.close());
  return source;
}

async function caughtUp(source: LogSource, signal = new AbortController().signal) {
  const pieces: number[] = [];
  await source.catchUp(signal, (bytes) => pieces.push(bytes));
  return pieces;
}

describe('a file of a log', () => {
  it('is none where there is none, and an error where it cannot be read', async () => {
    expect(await LogSource.open(basedir.at('none.log'))).toBeUndefined();
    await mkdir(basedir.at('dir'));
    await writeFile(basedir.at('file'), '');
    await expect(LogSource.open(basedir.at('file', 'a.log'))).rejects.toThrow('ENOTDIR');
  });

  it('is the same one under another name, and grows there', async () => {
    const source = await opened('one\n');
    await rename(basedir.at('a.log'), basedir.at('a.log.1'));
    await writeFile(basedir.at('a.log'), 'another\n');
    const [same, other] = await Promise.all([
      LogSource.open(basedir.at('a.log.1')),
      LogSource.open(basedir.at('a.log')),
    ]);
    expect([same?.id === source.id, other?.id === source.id]).toEqual([true, false]);
    await Promise.all([same?.close(), other?.close()]);
    await appendFile(basedir.at('a.log.1'), 'two\n');
    expect(await source.look()).toBe(false);
    await caughtUp(source);
    expect([source.size, source.index.rowCount('info')]).toEqual([8, 2]);
  });

  it('is indexed in pieces, from where it was left', async () => {
    const source = await opened('x\n'.repeat(150_000));
    expect(await caughtUp(source)).toEqual([256 * 1024, 300_000 - 256 * 1024]);
    expect(await caughtUp(source)).toEqual([]);
    await appendFile(basedir.at('a.log'), 'y\n');
    await source.look();
    expect(await caughtUp(source)).toEqual([2]);
    expect(source.index.rowCount('info')).toBe(150_001);
  });

  it('is indexed no further after an abort', async () => {
    const source = await opened('x\n'.repeat(150_000));
    const abort = new AbortController();
    await source.catchUp(abort.signal, () => abort.abort());
    expect(source.index.size).toBe(256 * 1024);
  });

  it('begins again when it was cut', async () => {
    const source = await opened('one\ntwo\n');
    await caughtUp(source);
    await truncate(basedir.at('a.log'), 4);
    expect(await source.look()).toBe(true);
    expect(source.index.size).toBe(0);
    await caughtUp(source);
    expect(source.index.rowCount('info')).toBe(1);
  });

  it('stays open for those who read it, and is closed after the last', async () => {
    const source = await opened('one\n');
    const firstByte = async () => {
      const { buffer } = await source.handle.read(Buffer.alloc(1), 0, 1, 0);
      return buffer.toString();
    };
    const read = await source.use(async () => {
      await source.use(() => source.close());
      return firstByte();
    });
    expect(read).toBe('o');
    await expect(firstByte()).rejects.toThrow();
  });
});
