import { expect, it } from 'vitest';
import type { ReceivedUpdate } from '../../../../main/rehearsal-master/rehearsal-command.ts';
import { CopyableFailure } from '../../../../main/spread/broker/failure.ts';
import { Tuple } from '../../../../main/spread/jelly/jelly-value.ts';
import { RemoteWorker } from '../../../support/remote-worker.ts';

async function started(onUpdate?: (update: ReceivedUpdate) => void) {
  const remote = await RemoteWorker.attach('linux');
  remote.onCommand = async (command) => {
    await command.update('stdout', 'one\n');
    await command.update('stderr', 'bad\n');
    await command.update('stdout', 'two\n');
    await command.update('rc', 3);
    await command.complete(command.name === 'raises' ? new Error('no space') : undefined);
  };
  const start = (name: string) => remote.attached.startCommand('linux', name, {}, onUpdate);
  return { remote, start };
}

it('keeps what the worker sends, by stream and by key', async () => {
  const { start } = await started();
  const command = await start('shell');
  expect(await command.completed).toBeNull();
  expect([command.text('stdout'), command.text('stderr')]).toEqual(['one\ntwo\n', 'bad\n']);
  expect([command.valueOf('rc'), command.valueOf('elapsed')]).toEqual([3, undefined]);
});

it('hands updates over where somebody wants them, and keeps none', async () => {
  const keys: string[] = [];
  const { start } = await started(([key]) => keys.push(key));
  const command = await start('shell');
  await command.completed;
  expect(keys).toEqual(['stdout', 'stderr', 'stdout', 'rc']);
  expect(command.updates).toEqual([]);
});

it('reads updates of either shape, and passes over what is none', async () => {
  const { start } = await started();
  const command = await start('shell');
  await command.completed;
  command.updates.length = 0;
  const update = command.reference.method('update');
  const dictionary = new Map([['rc', 0]]);
  await update?.([[new Tuple([dictionary, 0]), [dictionary, 0], 'junk']], new Map());
  await update?.([null], new Map());
  expect(command.updates).toEqual([
    ['rc', 0],
    ['rc', 0],
  ]);
});

it('ends with the failure that the worker raised', async () => {
  const { start } = await started();
  const failure = await (await start('raises')).completed;
  expect(failure).toBeInstanceOf(CopyableFailure);
  expect(failure?.value).toContain('no space');
});

it('is interrupted by its number', async () => {
  const { remote, start } = await started();
  const command = await start('shell');
  const reasons: string[] = [];
  remote.onInterrupt = (why) => reasons.push(why);
  await command.interrupt('enough');
  expect([reasons, remote.calls.at(-1)]).toEqual([['enough'], 'linux.interruptCommand 1']);
});
