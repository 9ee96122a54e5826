import { stat, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { logFilesOf } from '../../../../main/logging/log-files.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

async function made(name: string, at: number): Promise<void> {
  await writeFile(basedir.at(name), 'x'.repeat(name.length));
  await utimes(basedir.at(name), at, at);
}

describe("the files of a worker's log", () => {
  it('are listed newest first, those of the Python worker among them', async () => {
    await made('worker.log', 90);
    await made('worker.log.1', 80);
    await made('worker.log.2', 30);
    await made('worker.log.10', 20);
    await made('twistd.log', 50);
    await made('twistd.log.1', 40);
    const files = await logFilesOf(basedir.path);
    expect(files.map(({ name, by, age }) => `${name} ${by} ${age}`)).toEqual([
      'worker.log buildtray 0',
      'worker.log.1 buildtray 1',
      'twistd.log buildbot-worker 0',
      'twistd.log.1 buildbot-worker 1',
      'worker.log.2 buildtray 2',
      'worker.log.10 buildtray 10',
    ]);
    expect(files[0]).toEqual({
      path: basedir.at('worker.log'),
      name: 'worker.log',
      by: 'buildtray',
      age: 0,
      sizeBytes: 10,
      modifiedAt: 90_000,
      inode: (await stat(basedir.at('worker.log'))).ino,
    });
  });

  it('keep the order of their numbers, whatever their times say', async () => {
    await made('worker.log', 10);
    await made('worker.log.1', 20);
    await made('worker.log.2', 30);
    const files = await logFilesOf(basedir.path);
    expect(files.map(({ age }) => age)).toEqual([0, 1, 2]);
  });

  it('are no others', async () => {
    const others = [
      'worker.log.gz',
      'worker.log.1.gz',
      'worker.log.01',
      'worker.log.',
      'aworker.log',
    ];
    for (const name of others) await made(name, 10);
    expect(await logFilesOf(basedir.path)).toEqual([]);
    expect(await logFilesOf(basedir.at('missing'))).toEqual([]);
  });
});
