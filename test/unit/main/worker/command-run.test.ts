import { expect, it } from 'vitest';
import type { Command, CommandContext } from '../../../../main/worker/command.ts';
import { CommandRun } from '../../../../main/worker/command-run.ts';
import { LeftProcesses } from '../../../../main/worker/process/tree/left-processes.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';

/** A run of a command whose work the test gives. */
function makeRun(work: (context: CommandContext) => Promise<void>, isWritable = true) {
  const clock = new FakeClock();
  const logger = new RecordingLogger();
  const seen: string[] = [];
  const interrupts: string[] = [];
  const create = (_args: unknown, context: CommandContext): Command => ({
    summary: 'work',
    run: () => work(context),
    interrupt: (why) => void interrupts.push(why),
  });
  const definition = {
    names: ['work'],
    className: 'Work',
    requiredArguments: [],
    argumentsFromPb: () => ({}),
    create,
  };
  const channel = {
    isWritable,
    onWritableChanged: () => ({ dispose: () => {} }),
    sendUpdates: () => void seen.push('update'),
    complete: async (failure: Error | undefined) =>
      void seen.push(failure ? `failed: ${failure.message}` : 'complete'),
    release: () => void seen.push('release'),
  };
  const run = new CommandRun(
    {
      commandId: '1',
      name: 'work',
      builderName: 'b',
      definition,
      args: {},
      channel,
      leftovers: { keep: () => false, endWithCommand: () => {} },
    },
    {
      basedir: '/',
      environment: {},
      unicodeEncoding: 'utf-8',
      fileAccess: 'basedir',
      clock,
      logger,
      leftProcesses: new LeftProcesses(),
      leftoverProcesses: 'build',
      protection: 'open',
      protectionPaths: undefined,
      onOutput: () => {},
    },
  );
  return { run, seen, interrupts, clock, logger };
}

it('sends what is left, completes, and only then releases the objects of the master', async () => {
  const { run, seen, clock } = makeRun(async ({ updates }) => {
    clock.advance(1500);
    updates.stdout('unfinished');
    updates.header('not counted\n');
    updates.value('rc', 3);
  });
  expect([run.hasEnded, run.end]).toEqual([false, { kind: 'dropped' }]);
  await run.run();
  expect(seen).toEqual(['update', 'complete', 'release']);
  expect([run.durationMs, run.outputBytes]).toEqual([1500, 'unfinished\n'.length]);
  expect(run.end).toEqual({ kind: 'exited', rc: 3 });
});

it('completes with the failure of a command that raises', async () => {
  const { run, seen, logger } = makeRun(() => Promise.reject(new Error('no space')));
  await run.run();
  expect(seen).toEqual(['failed: no space', 'release']);
  expect(run.end).toMatchObject({ kind: 'failed' });
  expect(logger.lines).toEqual(['error command 1: failed: no space']);
});

it('is interrupted once, and not after its end', async () => {
  let finish = (): void => {};
  const { run, interrupts } = makeRun(() => new Promise((resolve) => (finish = resolve)));
  const ended = run.run();
  run.interrupt('enough');
  run.interrupt('enough');
  finish();
  await ended;
  run.interrupt('too late');
  expect(interrupts).toEqual(['enough']);
  expect(run.end).toEqual({ kind: 'interrupted' });
});

it('never holds a dropped command back, and sends nothing more of it', async () => {
  const changes: boolean[] = [];
  let drop = (): void => {};
  const { run, seen } = makeRun(async ({ updates }) => {
    updates.onWritableChanged((isWritable) => changes.push(isWritable));
    expect(updates.isWritable).toBe(false);
    drop();
    expect(updates.isWritable).toBe(true);
    updates.stdout('lost\n');
  }, false);
  drop = () => run.drop('the connection is lost');
  await run.run();
  expect([changes, seen]).toEqual([[true], ['release']]);
});
