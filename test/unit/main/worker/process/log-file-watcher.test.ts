import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { LogFileWatcher } from '../../../../../main/worker/process/log-file-watcher.ts';
import { FakeClock } from '../../../../support/fake-clock.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

/** A watcher that began when `log` held its present text. */
async function watching(options: { isFollowed?: boolean; path?: string } = {}) {
  const clock = new FakeClock();
  const path = options.path ?? basedir.at('log');
  let sent = '';
  const watcher = new LogFileWatcher({
    path,
    isFollowed: options.isFollowed ?? false,
    clock,
    onBytes: (bytes) => {
      sent += Buffer.from(bytes).toString();
    },
  });
  await watcher.prepare();
  return { clock, watcher, path, sent: () => sent };
}

it('sends what is there at the end, also of a file in a directory made meanwhile', async () => {
  const { watcher, sent } = await watching({ path: basedir.at('new', 'log') });
  await mkdir(basedir.at('new'));
  await writeFile(basedir.at('new', 'log'), 'late\n');
  await watcher.stop();
  expect(sent()).toBe('late\n');
});

it('sends all of an old file once it changes, and nothing of one that does not', async () => {
  await writeFile(basedir.at('log'), 'old\n');
  const unchanged = await watching();
  await unchanged.watcher.stop();
  expect(unchanged.sent()).toBe('');
  const changed = await watching();
  await appendFile(changed.path, 'new\n');
  await changed.watcher.stop();
  expect(changed.sent()).toBe('old\nnew\n');
});

it('sends only what is appended to a followed file', async () => {
  await writeFile(basedir.at('log'), 'old\n');
  const { watcher, path, sent } = await watching({ isFollowed: true });
  await appendFile(path, 'first\n');
  await watcher.stop();
  expect(sent()).toBe('first\n');
});

it('sends all of a file that replaced a followed one, or was cut', async () => {
  await writeFile(basedir.at('log'), 'a long old text\n');
  const replaced = await watching({ isFollowed: true });
  await writeFile(basedir.at('other'), 'another\n');
  await rename(basedir.at('other'), replaced.path);
  await replaced.watcher.stop();
  expect(replaced.sent()).toBe('another\n');
  const cut = await watching({ isFollowed: true });
  await writeFile(cut.path, 'cut\n');
  await cut.watcher.stop();
  expect(cut.sent()).toBe('cut\n');
});

it('sends nothing of a file that never comes, nor of a directory', async () => {
  const { watcher, sent } = await watching();
  await watcher.stop();
  await mkdir(basedir.at('log'));
  const directory = await watching();
  await rm(basedir.at('log'), { recursive: true });
  await mkdir(basedir.at('log'));
  await directory.watcher.stop();
  expect(sent() + directory.sent()).toBe('');
});

it('looks every two seconds, and leaves no timer running', async () => {
  const { clock, watcher, path } = await watching();
  const seen = new Promise<string>((resolve) => {
    const probe = new LogFileWatcher({
      path,
      isFollowed: false,
      clock,
      onBytes: (bytes) => {
        resolve(Buffer.from(bytes).toString());
        void probe.abandon();
      },
    });
    void probe.prepare().then(async () => {
      await writeFile(path, 'line\n');
      probe.start();
      expect(clock.nextTimerMs).toBe(2_000);
      clock.advance(2_000);
    });
  });
  expect(await seen).toBe('line\n');
  await watcher.abandon();
  await expect.poll(() => clock.pendingTimers).toBe(0);
});

it('waits with what it read while it is paused', async () => {
  const { watcher, path, sent } = await watching();
  await writeFile(path, 'line\n');
  watcher.pause();
  const stopped = watcher.stop();
  await new Promise((resolve) => setImmediate(resolve));
  expect(sent()).toBe('');
  watcher.resume();
  await stopped;
  expect(sent()).toBe('line\n');
});
