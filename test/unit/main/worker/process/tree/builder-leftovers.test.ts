import { describe, expect, it, onTestFinished } from 'vitest';
import type { EndedProcesses } from '../../../../../../main/contract/builds/work-event.ts';
import { systemClock } from '../../../../../../main/lib/clock.ts';
import { killByForce } from '../../../../../../main/system/running-process.ts';
import type { CommandContext } from '../../../../../../main/worker/command.ts';
import { runProcessForCommand } from '../../../../../../main/worker/process/run-process-for-command.ts';
import { BuilderLeftovers } from '../../../../../../main/worker/process/tree/builder-leftovers.ts';
import { LeftProcesses } from '../../../../../../main/worker/process/tree/left-processes.ts';
import type { ProcessTree } from '../../../../../../main/worker/process-tree.ts';
import { FakeClock } from '../../../../../support/fake-clock.ts';
import { isRunning } from '../../../../../support/is-running.ts';
import { onlyOn } from '../../../../../support/only-on.ts';
import { RecordingLogger } from '../../../../../support/recording-logger.ts';
import { recordingContext } from '../../../../../support/recording-sink.ts';
import { temporaryBasedir } from '../../../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const IN_BACKGROUND = 'sleep 600 > /dev/null 2>&1 & echo $!';
const EMPTIED = `env -i setsid sleep 600 > /dev/null 2>&1 &
until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.01; done; echo $!`;

function makeLeftovers(clock: FakeClock | typeof systemClock = systemClock) {
  const logger = new RecordingLogger();
  const ended: EndedProcesses[] = [];
  const endedWithCommands: EndedProcesses[] = [];
  const ends: Promise<void>[] = [];
  const leftovers = new BuilderLeftovers({
    builderName: 'linux',
    clock,
    logger,
    leftProcesses: new LeftProcesses(),
    onEnding: (processes, endsWith) =>
      void (endsWith === 'build' ? ended : endedWithCommands).push(processes),
    onEnd: (end) => void ends.push(end),
  });
  const run = async (text: string, changes: Partial<CommandContext> = {}) => {
    const context = recordingContext(basedir.path, {
      leftoverProcesses: 'build',
      leftovers,
      ...changes,
    });
    const command = runProcessForCommand(context, {
      commandLine: { kind: 'text', text },
      workdir: basedir.path,
      ...(changes.commandId === 'slow' ? { timeoutSeconds: 1 } : {}),
    });
    const { rc } = await command.done;
    const pid = Number(context.updates.valuesOf('stdout').join('').trim());
    if (pid > 0) onTestFinished(() => killByForce(pid));
    return { pid, rc };
  };
  onTestFinished(async () => {
    leftovers.end('the test is over');
    await Promise.all(ends);
  });
  return { leftovers, logger, ended, endedWithCommands, ends, run };
}

describe(
  'what a command leaves running',
  onlyOn('linux', 'only Linux shows what a process has left of its own'),
  () => {
    it('is there for the next commands, whichever builder runs them, and ends with the build', async () => {
      const [one, other] = [makeLeftovers(), makeLeftovers()];
      const { pid, rc } = await one.run(IN_BACKGROUND);
      await one.run('true');
      await other.run('true', { leftoverProcesses: 'command' });
      other.leftovers.end('the next one begins');
      expect([rc, isRunning(pid), other.ended]).toEqual([0, true, []]);
      one.leftovers.end('the next one begins');
      await Promise.all(one.ends);
      expect([isRunning(pid), one.ended]).toEqual([false, [{ names: ['sleep'], count: 1 }]]);
      expect(one.logger.lines.at(-1)).toContain('the next one begins: sleep (1)');
    });

    it('is not taken by a later command where it emptied its environment and works in the same directory', async () => {
      const { leftovers, run, ends } = makeLeftovers();
      const { pid } = await run(EMPTIED);
      await run('true', { leftoverProcesses: 'command' });
      expect(isRunning(pid)).toBe(true);
      leftovers.end('the next one begins');
      await Promise.all(ends);
      expect(isRunning(pid)).toBe(false);
    });

    it('ends with the command, and is listed, where that is set, where the command is ended, and after a lost link', async () => {
      const { leftovers, run, ended, endedWithCommands, logger } = makeLeftovers();
      const byCommand = await run(IN_BACKGROUND, { leftoverProcesses: 'command' });
      // Its output stays open: as with the Python worker it is waited for, and the timeout ends it all.
      const held = await run('sleep 600 & echo $!', { commandId: 'slow' });
      leftovers.close('the link is lost');
      const late = await run(IN_BACKGROUND);
      expect([byCommand, held, late].map(({ pid }) => isRunning(pid))).toEqual([
        false,
        false,
        false,
      ]);
      expect([held.rc, ended]).toEqual([-1, []]);
      // Each once, and never the program that is the command.
      const sleep = { names: ['sleep'], count: 1 };
      expect(endedWithCommands).toEqual([sleep, sleep, sleep]);
      expect(logger.lines.join('\n')).toContain('command slow: ends what it started: sleep (1)');
    });

    it('goes on whatever comes where it is to be left', async () => {
      const { leftovers, run, ended } = makeLeftovers();
      const { pid } = await run(IN_BACKGROUND, { leftoverProcesses: 'leave' });
      leftovers.close('the worker leaves');
      await run('true', { leftoverProcesses: 'command' });
      expect([isRunning(pid), ended]).toEqual([true, []]);
    });
  },
);

/** A tree of so many processes, which end when they are signalled. */
function treeOf(count: number): ProcessTree & { isClosed: boolean } {
  let left = Array.from({ length: count }, (_, at) => 2 ** 30 + count * 1000 + at);
  return {
    isClosed: false,
    isSettled: true,
    survivors: () => left,
    remaining: () => left,
    signal: () => {
      left = [];
    },
    keep: () => {},
    release: () => {},
    close() {
      this.isClosed = true;
    },
  };
}

describe('what is kept of a builder', () => {
  it('is looked at in one look for all of it when it ends, and not at all where there is nothing', async () => {
    const clock = new FakeClock();
    const { leftovers, ends } = makeLeftovers(clock);
    leftovers.end('nothing is kept');
    expect(ends).toEqual([]);
    const looks: unknown[] = [];
    const trees = Array.from({ length: 100 }, () => treeOf(1));
    for (const tree of trees) {
      const { survivors } = tree;
      expect(leftovers.keep(tree, survivors(), '1')).toBe(true);
      tree.survivors = (look) => {
        looks.push(look);
        return survivors();
      };
    }
    leftovers.end('the next one begins');
    await clock.advanceAsync(100);
    await Promise.all(ends);
    expect(looks).toHaveLength(3 * trees.length);
    // What is left, what has to be signalled, and whether all of it is gone.
    expect([looks.includes(undefined), new Set(looks).size]).toEqual([false, 3]);
  });

  it('ends after ten minutes without a command', async () => {
    const clock = new FakeClock();
    const { leftovers, ended, ends } = makeLeftovers(clock);
    const tree = treeOf(2);
    expect(leftovers.keep(tree, tree.survivors(), '1')).toBe(true);
    leftovers.setBusy(false);
    await clock.advanceAsync(599_000);
    leftovers.setBusy(true);
    await clock.advanceAsync(599_000);
    leftovers.setBusy(false);
    await clock.advanceAsync(599_000);
    expect(ended).toEqual([]);
    await clock.advanceAsync(2_000);
    await Promise.all(ends);
    expect([ended.map(({ count }) => count), tree.isClosed]).toEqual([[2], true]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('is a hundred processes at most: the command that leaves more ends with them', () => {
    const { leftovers, logger } = makeLeftovers(new FakeClock());
    const [many, few, more] = [treeOf(60), treeOf(40), treeOf(41)];
    const keep = (tree: ProcessTree) => leftovers.keep(tree, tree.survivors(), '1');
    expect([keep(many), keep(more), keep(few)]).toEqual([true, false, true]);
    expect(logger.lines[1]).toContain('leaves 41 processes running, its builder 60');
    many.signal('KILL');
    few.signal('KILL');
    leftovers.end('the test is over');
    expect([many.isClosed, few.isClosed]).toEqual([true, true]);
  });
});
