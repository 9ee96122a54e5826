import { readFile, stat, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { listProcesses } from '../../main/system/process-table.ts';
import { programNameOf } from '../../main/system/program-name-of.ts';
import { shellArguments } from '../support/daemon-commands.ts';
import { processesNaming } from '../support/processes-naming.ts';
import { protectedBuilds } from '../support/protection.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { waitFor } from '../support/wait-for.ts';
import { makeWorker, startMaster } from '../support/worker-rig.ts';

const temporary = temporaryBasedir();

it('a guarded worker encloses its builds, each with its end', protectedBuilds, async () => {
  const master = await startMaster();
  await writeFile(temporary.at('buildbot.tac'), 'secret\n');
  const { worker } = makeWorker(temporary.path, master.port, { protection: 'guarded' });
  const attaching = master.nextAttached();
  worker.start();
  const attached = await attaching;
  const run = async (script: string): Promise<void> => {
    const command = await attached.startCommand('linux', 'shell', shellArguments(script));
    await command.completed;
  };
  const word = `602.${process.pid}`;
  await attached.startBuild('linux');
  await run(
    `cat ../buildbot.tac > seen; echo $HOME > home; setsid env -i sleep ${word} >/dev/null 2>&1 &`,
  );
  expect(await readFile(temporary.at('linux/seen'), 'utf8')).toBe('');
  expect(await readFile(temporary.at('linux/home'), 'utf8')).toBe(
    `${temporary.at('buildtray.home')}\n`,
  );
  expect(await processesNaming(word)).toHaveLength(1);
  await run('test -d /proc/2 && touch same');
  await stat(temporary.at('linux/same'));
  await attached.startBuild('linux');
  await waitFor(async () => expect(await processesNaming(word)).toEqual([]));
  await run('true');
  await worker.stop();
  const own = listProcesses().filter(({ parentPid }) => parentPid === process.pid);
  expect(own.map(({ pid }) => programNameOf(pid))).not.toContain('bwrap');
});
