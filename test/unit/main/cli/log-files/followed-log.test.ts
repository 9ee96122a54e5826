import { appendFile, rename, rm, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { FollowedLog } from '../../../../../main/cli/log-files/followed-log.ts';
import { logFilesOf } from '../../../../../main/logging/log-files.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const NEVER = new AbortController().signal;

/** A log that is read from its end on, and what it has copied. */
async function followed(text: string) {
  await writeFile(temporary.at('worker.log'), text);
  const [newest] = await logFilesOf(temporary.path);
  const log = new FollowedLog(temporary.path, newest, Buffer.byteLength(text));
  const copied = async (): Promise<string> => {
    const parts: Uint8Array[] = [];
    await log.copyTo((bytes) => parts.push(bytes));
    return Buffer.concat(parts).toString();
  };
  return { log, copied };
}

it('copies what was written since the last time', async () => {
  const { copied } = await followed('before\n');
  expect(await copied()).toBe('');
  await appendFile(temporary.at('worker.log'), 'one\n');
  await appendFile(temporary.at('worker.log'), 'two\n');
  expect(await copied()).toBe('one\ntwo\n');
  expect(await copied()).toBe('');
});

it('goes through a rotation: the rest of the old file first', async () => {
  const { copied } = await followed('before\n');
  await appendFile(temporary.at('worker.log'), 'old\n');
  await rename(temporary.at('worker.log'), temporary.at('worker.log.1'));
  await writeFile(temporary.at('worker.log'), 'new\n');
  expect(await copied()).toBe('old\nnew\n');
});

it('goes on with what there is when the file that was read is removed', async () => {
  const { copied } = await followed('before\n');
  await writeFile(temporary.at('next'), 'new\n');
  await rm(temporary.at('worker.log'));
  await rename(temporary.at('next'), temporary.at('worker.log'));
  // A list that was made during a rotation may lack a file, so that it looks again.
  expect([await copied(), await copied(), await copied()].join('')).toBe('new\n');
});

it('begins with a log that is not there yet', async () => {
  const log = new FollowedLog(temporary.path, undefined, 0);
  await writeFile(temporary.at('worker.log'), 'first\n');
  let text = '';
  await log.copyTo((bytes) => {
    text += Buffer.from(bytes).toString();
  });
  expect(text).toBe('first\n');
});

it('notices a change', async () => {
  const { log } = await followed('before\n');
  const changed = log.changed(NEVER);
  await appendFile(temporary.at('worker.log'), 'one\n');
  await changed;
});

it('waits no longer for a change when nobody reads any more', async () => {
  const { log } = await followed('before\n');
  const lost = new AbortController();
  const changed = log.changed(lost.signal);
  lost.abort();
  await changed;
  await log.changed(lost.signal);
});
