import { expect, it } from 'vitest';
import type { WorkEvent } from '../../main/contract/builds/work-event.ts';
import type { JellyValue } from '../../main/spread/jelly/jelly-value.ts';
import { temporaryBasedir } from '../support/temporary-basedir.ts';
import { waitFor } from '../support/wait-for.ts';
import { makeWorker, startMaster, untilStatus } from '../support/worker-rig.ts';

const basedir = temporaryBasedir();

/** A worker at a master, and what it reports of its work, without times. */
async function attachedWorker() {
  const master = await startMaster();
  const { worker } = makeWorker(basedir.path, master.port);
  const events: WorkEvent[] = [];
  worker.onWorked((event) => events.push(event));
  const attached = master.nextAttached();
  worker.start();
  const remote = await attached;
  await untilStatus(worker, 'idle');
  const run = async (name: string, args: Record<string, JellyValue>) =>
    (await remote.startCommand('linux', name, args)).completed;
  return { worker, master, remote, events, run };
}

it('reports a build with its commands, and hides what the master hides', async () => {
  const { remote, events, run } = await attachedWorker();
  await remote.startBuild('linux');
  const secret = ['obfuscated', 'hunter2', 'XXXX'];
  const command = ['printf', '%s\n', 'hello', secret];
  await run('shell', { command, workdir: 'build', env: new Map([['TOKEN', 'hunter2']]) });
  await run('shell', { command: 'exit 3', workdir: 'build' });
  await run('stat', { file: 'missing', workdir: 'build' });
  await waitFor(() => expect(events).toHaveLength(7));
  expect(JSON.stringify(events)).not.toContain('hunter2');
  expect(JSON.stringify(events)).not.toContain('TOKEN');
  const builderName = 'linux';
  const at = expect.any(Number);
  const ended = { kind: 'command-ended', builderName, at, durationMs: at };
  const workdir = basedir.at('linux/build');
  const argv = ['printf', '%s\n', 'hello', 'XXXX'];
  expect(events).toEqual([
    { kind: 'build-started', builderName, at, isAnnounced: true },
    {
      kind: 'command-started',
      builderName,
      at,
      command: {
        commandId: '1',
        name: 'shell',
        argv,
        workdir,
        summary: expect.stringMatching(/^printf .* hello XXXX$/s),
      },
    },
    { ...ended, commandId: '1', outputBytes: 14, end: { kind: 'exited', rc: 0 } },
    {
      kind: 'command-started',
      builderName,
      at,
      command: { commandId: '2', name: 'shell', summary: 'exit 3', argv: undefined, workdir },
    },
    { ...ended, commandId: '2', outputBytes: 0, end: { kind: 'exited', rc: 3 } },
    {
      kind: 'command-started',
      builderName,
      at,
      command: expect.objectContaining({ commandId: '3', name: 'stat', workdir: undefined }),
    },
    { ...ended, commandId: '3', outputBytes: 0, end: { kind: 'exited', rc: 2 } },
  ]);
});

it('reports how commands ended that did not end by themselves', async () => {
  const { worker, remote, events } = await attachedWorker();
  const start = async (args: Record<string, JellyValue>) =>
    remote.startCommand('linux', 'shell', { workdir: 'build', ...args });
  const interrupted = await start({ command: 'sleep 60' });
  await interrupted.interrupt('enough');
  await interrupted.completed;
  await (await start({ command: 'sleep 60', maxTime: 1 })).completed;
  await start({ command: 'sleep 60' });
  await worker.stop();
  const ends = events.flatMap((event) => (event.kind === 'command-ended' ? [event.end] : []));
  expect(ends).toEqual([
    { kind: 'interrupted' },
    { kind: 'exited', rc: -1, reason: 'timeout' },
    { kind: 'dropped' },
  ]);
  expect(events[0]).toMatchObject({ kind: 'build-started', isAnnounced: false });
  expect(events.at(-1)).toMatchObject({ kind: 'build-ended' });
});
