import { readFile, writeFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { changeRotation, rotationOf } from '../../../../main/hosting/change-rotation.ts';
import { succeeded } from '../../../../main/lib/outcome.ts';
import { textsIn } from '../../../../main/texts/texts.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

const TAC = `
import os
from buildbot_worker.bot import Worker
from twisted.application import service
basedir = '.'
rotateLength = 10000000
maxRotatedFiles = 10
application = service.Application('buildbot-worker')
from twisted.python.logfile import LogFile
from twisted.python.log import ILogObserver, FileLogObserver
logfile = LogFile.fromFullPath(os.path.join(basedir, "twistd.log"), rotateLength=rotateLength, maxRotatedFiles=maxRotatedFiles)
application.setComponent(ILogObserver, FileLogObserver(logfile).emit)
s = Worker('ci.example.org', 9989, 'w', 'p', basedir, 600)
s.setServiceParent(application)
`;

async function hostedWith(tac: string) {
  await writeFile(basedir.at('buildbot.tac'), tac);
  const reconfigure = vi.fn(async () => succeeded(undefined));
  const hosted = {
    basedir: basedir.path,
    logPath: basedir.at('worker.log'),
    logger: { reconfigure },
  };
  return { hosted, reconfigure };
}

it('reports the limits of the directory, and what is on the disk', async () => {
  const { hosted } = await hostedWith(TAC);
  await writeFile(basedir.at('worker.log'), 'x'.repeat(30));
  await writeFile(basedir.at('twistd.log.1'), 'x'.repeat(12));
  expect(await rotationOf(hosted, textsIn('en'))).toEqual({
    logSize: 10_000_000,
    logCount: 10,
    whyFixed: undefined,
    totalBytes: 42,
    files: 2,
  });
});

it('writes other limits into the directory and hands them to the running worker', async () => {
  const { hosted, reconfigure } = await hostedWith(TAC);
  const change = { workerId: 'a', logSize: 2_000_000, logCount: null };
  expect(await changeRotation(hosted, change)).toEqual(succeeded(undefined));
  const tac = await readFile(basedir.at('buildbot.tac'), 'utf8');
  expect(tac).toContain('rotateLength = 2000000\nmaxRotatedFiles = None\n');
  expect(reconfigure).toHaveBeenCalledWith({ logSize: 2_000_000, logCount: undefined });
  expect(await rotationOf(hosted, textsIn('en'))).toMatchObject({
    logSize: 2_000_000,
    logCount: null,
  });
});

it('reports why limits cannot be changed that code computes', async () => {
  const { hosted, reconfigure } = await hostedWith(
    TAC.replace('maxRotatedFiles = 10', "maxRotatedFiles = int(os.environ['N'])"),
  );
  const { whyFixed } = await rotationOf(hosted, textsIn('en'));
  expect(whyFixed).toMatch(/computed by code/);
  const changed = await changeRotation(hosted, { workerId: 'a', logSize: 5_000, logCount: 3 });
  expect(changed.ok).toBe(false);
  expect(reconfigure).not.toHaveBeenCalled();
});
