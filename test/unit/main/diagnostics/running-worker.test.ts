import { createServer, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { acquireLock } from '../../../../main/basedir/acquire-lock.ts';
import { makeControlPlace } from '../../../../main/control/control-place.ts';
import { runningWorkerIn } from '../../../../main/diagnostics/running-worker.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

async function listening(onCaller: (socket: Socket) => void): Promise<void> {
  const place = await makeControlPlace(basedir.path);
  const server = createServer(onCaller);
  await new Promise<void>((resolve) => server.listen(place.path, resolve));
  opened.push(() => place.clear());
  opened.push(() => server.close());
}

it('is none where nobody runs', async () => {
  expect(await runningWorkerIn(basedir.path)).toEqual({ kind: 'none' });
});

it('is silent where the directory is held and the one who listens answers with what is no answer', async () => {
  const lock = await acquireLock(basedir.path);
  if (!lock.ok) throw new Error('the directory is locked');
  opened.push(() => lock.value.dispose());
  await listening((socket) => socket.end('what?\n'));
  expect(await runningWorkerIn(basedir.path)).toEqual({ kind: 'silent', pid: process.pid });
});
