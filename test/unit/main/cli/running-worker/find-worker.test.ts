import { writeFile } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { acquireLock } from '../../../../../main/basedir/acquire-lock.ts';
import {
  basedirOf,
  controlOf,
  findWorker,
  statusIfRunning,
} from '../../../../../main/cli/running-worker/find-worker.ts';
import { startFakeTwistd } from '../../../../support/fake-twistd.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const tac = (basedir: string) => `
from twisted.application import service
from buildbot_worker.bot import Worker
application = service.Application('buildbot-worker')
basedir = '${basedir}'
s = Worker('ci', 9989, 'w1', 'secret', basedir, 600)
s.setServiceParent(application)
`;

async function locked(dir: string): Promise<void> {
  const lock = await acquireLock(dir);
  if (!lock.ok) throw new Error('the directory is locked');
  onTestFinished(async () => {
    await lock.value.dispose();
  });
}

it('finds that no worker runs in a directory of one', async () => {
  await writeFile(temporary.at('buildbot.tac'), tac(temporary.path));
  expect(await findWorker(temporary.path)).toEqual({ kind: 'none', basedir: temporary.path });
  expect(await statusIfRunning(temporary.path)).toBeUndefined();
});

it('finds the process that holds the directory, whatever its settings have become', async () => {
  await locked(temporary.path);
  const found = { kind: 'buildtray', basedir: temporary.path, pid: process.pid };
  expect(await findWorker(temporary.path)).toEqual(found);
  await writeFile(temporary.at('buildbot.tac'), 'nonsense (');
  expect(await findWorker(temporary.path)).toEqual(found);
});

it('finds buildbot-worker by its pid file', async () => {
  await writeFile(temporary.at('buildbot.tac'), tac(temporary.path));
  const twistd = await startFakeTwistd(temporary.path);
  onTestFinished(() => twistd.end());
  await writeFile(temporary.at('twistd.pid'), `${twistd.pid}`);
  expect(await findWorker(temporary.path)).toEqual({
    kind: 'buildbot-worker',
    basedir: temporary.path,
    pid: twistd.pid,
  });
});

it('refuses a directory that is no worker’s', async () => {
  await expect(findWorker(temporary.path)).rejects.toThrow('there is no buildbot.tac in it');
  await expect(basedirOf(temporary.at('none'))).rejects.toThrow('does not exist');
});

it('reports that a process which holds the directory cannot be reached', async () => {
  await expect(controlOf({ kind: 'buildtray', basedir: temporary.path, pid: 7 })).rejects.toThrow(
    `The worker in ${temporary.path} (process 7) cannot be reached from the command line`,
  );
});
