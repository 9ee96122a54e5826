import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkEvent } from '../../../../main/contract/builds/work-event.ts';
import type { Command, CommandDefinition } from '../../../../main/worker/command.ts';
import type { CommandChannel, CommandServices } from '../../../../main/worker/command-run.ts';
import { Gate } from '../../../../main/worker/gate.ts';
import { LeavingRuns } from '../../../../main/worker/leaving-runs.ts';
import { LONGEST_TURN_MS } from '../../../../main/worker/master-limits.ts';
import { LeftProcesses } from '../../../../main/worker/process/tree/left-processes.ts';
import type { ProcessTree } from '../../../../main/worker/process-tree.ts';
import { type BuilderHooks, WorkerForBuilder } from '../../../../main/worker/worker-for-builder.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';

/** A momentary command, a program, and a program that raises instead of ending. */
const KINDS = ['momentary', 'program', 'raising'] as const;
type Kind = (typeof KINDS)[number] | 'slow';

/** What the master saw of one start, and the way to end the command here. */
interface Start {
  readonly kind: Kind;
  readonly seen: string[];
  /** How long its arguments take to be checked. */
  readonly checkedForMs: number;
  hasBegun: boolean;
  isInterrupted: boolean;
  isForced: boolean;
  /** What it leaves running at its end, and whether that was kept. */
  leaves?: ProcessTree;
  isKept?: boolean;
  finish: () => void;
}

const NO_CHANGES = { dispose: () => {} };

function channelFor(start: Start): CommandChannel {
  return {
    isWritable: true,
    onWritableChanged: () => NO_CHANGES,
    sendUpdates: (updates) =>
      start.seen.push(...updates.map((update) => (update.kind === 'value' ? update.key : 'text'))),
    complete: async (failure) => void start.seen.push(failure ? 'failed' : 'complete'),
    release: () => start.seen.push('release'),
  };
}

/** Commands that last until the test ends them; a program also ends when it is interrupted. */
function definitionOf(start: Start): CommandDefinition {
  return {
    names: [start.kind],
    className: 'Fake',
    requiredArguments: [],
    argumentsFromPb: (args) => args,
    create: (_args, { updates, leftovers }): Command => {
      const endMs = performance.now() + start.checkedForMs;
      while (performance.now() < endMs);
      let settle = (): void => {};
      return {
        summary: start.kind,
        isMomentary: start.kind === 'momentary',
        async run() {
          start.hasBegun = true;
          await new Promise<void>((resolve) => {
            settle = resolve;
            start.finish = resolve;
          });
          if (start.leaves)
            start.isKept = leftovers.keep(start.leaves, start.leaves.survivors(), '1');
          updates.value('rc', 0);
          if (start.kind === 'raising') throw new Error('raised');
        },
        interrupt(_why, urgency) {
          start.isInterrupted = true;
          start.isForced = urgency === 'at-once';
          // A slow one takes its time, as a program does that catches signals.
          if (start.kind !== 'slow') settle();
        },
      };
    },
  };
}

function makeBuilder(changes: Partial<BuilderHooks> = {}) {
  const logger = new RecordingLogger();
  const clock = new FakeClock();
  const services: CommandServices = {
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
  };
  const runs: Promise<void>[] = [];
  const worked: string[] = [];
  const hooks = {
    changed: () => {},
    started: (run: Promise<void>) => void runs.push(run),
    ending: () => {},
    worked: ({ kind }: WorkEvent) => void worked.push(kind),
    leaving: new LeavingRuns(clock),
    ...changes,
  };
  const starts: Start[] = [];
  const builder = new WorkerForBuilder('b', '/b', services, hooks, () => {
    const start = starts.at(-1);
    return start && definitionOf(start);
  });
  const start = (kind: Kind, id: string, interruptsOthers: boolean, checkedForMs = 0): Start => {
    const made: Start = {
      kind,
      seen: [],
      checkedForMs,
      hasBegun: false,
      isInterrupted: false,
      isForced: false,
      finish: () => {},
    };
    starts.push(made);
    builder.startCommand(id, kind, {}, channelFor(made), { interruptsOthers });
    return made;
  };
  return { builder, clock, logger, runs, starts, start, worked };
}

/** Lets everything happen that waits for nothing else. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const COMPLETED = ['rc', 'complete', 'release'];

describe('commands of one builder', () => {
  it('that only ask the file system wait where too many do, those of other builders among them', async () => {
    const gate = new Gate(1);
    const momentary = gate.enter.bind(gate);
    const [one, other] = [makeBuilder({ momentary }), makeBuilder({ momentary })];
    const first = one.start('momentary', '1', true);
    const program = other.start('program', '1', false);
    const second = other.start('momentary', '2', false);
    await settled();
    expect([first.hasBegun, program.hasBegun, second.hasBegun]).toEqual([true, true, false]);
    first.finish();
    await settled();
    expect(second.hasBegun).toBe(true);
  });

  it('that only ask the file system are answered in the order of their starts', async () => {
    const { start } = makeBuilder();
    const [first, second] = [start('momentary', '1', true), start('momentary', '2', true)];
    const program = start('program', '3', true);
    await settled();
    expect([first.hasBegun, second.hasBegun, program.hasBegun]).toEqual([true, false, false]);
    first.finish();
    await settled();
    expect([first.seen, second.hasBegun]).toEqual([COMPLETED, true]);
    second.finish();
    await settled();
    expect([second.seen, program.hasBegun, program.isInterrupted]).toEqual([
      COMPLETED,
      true,
      false,
    ]);
    program.finish();
    await settled();
    expect(program.seen).toEqual(COMPLETED);
  });

  it('are named at their ends with how they ended and how long they took', async () => {
    const { builder, clock, logger, start } = makeBuilder();
    const ending = async (kind: Kind, id: string, end: (made: Start) => void): Promise<void> => {
      const made = start(kind, id, false);
      await settled();
      clock.advance(1_500);
      end(made);
      await settled();
    };
    await ending('program', '1', ({ finish }) => finish());
    await ending('raising', '2', ({ finish }) => finish());
    await ending('program', '3', () => builder.interruptCommand('3', 'stop'));
    expect(logger.lines.filter((line) => line.includes('has ended'))).toEqual([
      'info command 1: has ended with exit code 0 after 1.5 s',
      'info command 2: has ended with a failure after 1.5 s',
      'info command 3: has ended after 1.5 s, interrupted',
    ]);
  });

  it('begin in a turn of their own where their arguments took long to check', async () => {
    const { start } = makeBuilder();
    const long = start('program', '1', false, LONGEST_TURN_MS);
    await Promise.resolve();
    expect(long.hasBegun).toBe(false);
    await settled();
    expect(long.hasBegun).toBe(true);
  });

  it('interrupt a program over Perspective Broker, which then completes', async () => {
    const { start } = makeBuilder();
    const program = start('program', '1', true);
    const next = start('momentary', '2', true);
    await settled();
    expect([program.isInterrupted, program.seen]).toEqual([true, COMPLETED]);
    expect(next.hasBegun).toBe(true);
  });

  it('run beside each other over MessagePack', async () => {
    const { builder, start } = makeBuilder();
    const [first, second] = [start('program', '1', false), start('program', '1', false)];
    await settled();
    expect([first.hasBegun, second.hasBegun, builder.runningCommands.length]).toEqual([
      true,
      true,
      2,
    ]);
    second.finish();
    first.finish();
    await settled();
    expect([first.seen, second.seen]).toEqual([COMPLETED, COMPLETED]);
  });

  it('do not wait for their turn once they are interrupted', async () => {
    const { builder, start } = makeBuilder();
    start('momentary', '1', true);
    const program = start('program', '2', true);
    builder.interruptCommand('2', 'enough');
    await settled();
    expect(program.seen).toEqual(COMPLETED);
  });

  it('never begin when the connection is lost before their turn', async () => {
    const { builder, start, runs } = makeBuilder();
    const first = start('momentary', '1', true);
    const program = start('program', '2', true);
    await settled();
    builder.drop('lost');
    first.finish();
    await Promise.all(runs);
    expect([first.seen, program.seen, program.hasBegun]).toEqual([['release'], ['release'], false]);
  });

  it('wait in a directory until what a lost link left there has ended, by force', async () => {
    const { builder, start } = makeBuilder();
    const old = start('slow', '1', true);
    await settled();
    builder.drop('lost');
    await settled();
    expect([old.isInterrupted, old.isForced]).toEqual([true, false]);
    const next = start('program', '2', true);
    await settled();
    expect([old.isForced, next.hasBegun]).toEqual([true, false]);
    old.finish();
    await settled();
    expect([next.hasBegun, next.isInterrupted]).toEqual([true, false]);
    next.finish();
    await settled();
    expect(next.seen).toEqual(COMPLETED);
  });

  it('do not wait for ever for what the system holds there', async () => {
    const { builder, clock, start } = makeBuilder();
    start('slow', '1', true);
    builder.drop('lost');
    const next = start('program', '2', true);
    clock.advance(60_000);
    await settled();
    expect(next.hasBegun).toBe(true);
  });

  it('complete when the builder is no longer assigned', async () => {
    const { builder, start } = makeBuilder();
    const program = start('program', '1', true);
    builder.unassign();
    await settled();
    expect(program.seen).toEqual(COMPLETED);
  });
});

/** Something that may happen to a builder; numbers pick among the ids, or among what runs. */
const happening = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('start' as const),
      kind: fc.constantFrom(...KINDS),
      which: fc.nat(3),
    }),
  },
  ...(['interrupt', 'finish', 'settle'] as const).map((does) => ({
    weight: 3,
    arbitrary: fc.record({ does: fc.constant(does), which: fc.nat(3) }),
  })),
  ...(['lose', 'unassign'] as const).map((does) => ({
    weight: 1,
    arbitrary: fc.record({ does: fc.constant(does), which: fc.constant(0) }),
  })),
);

it.each([
  ['Perspective Broker', true],
  ['MessagePack', false],
])(
  'completes each start exactly once over %s, whatever comes beside it, and none after the link is lost',
  async (_protocol, interruptsOthers) => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 25 }), async (happenings) => {
        const { builder, runs, starts, start } = makeBuilder();
        /** What was seen of each start at the loss of its link. */
        const lost = new Map<Start, readonly string[]>();
        for (const happened of happenings) {
          const { does, which } = happened;
          if (does === 'start') start(happened.kind, String(which), interruptsOthers);
          if (does === 'interrupt') builder.interruptCommand(String(which), 'enough');
          if (does === 'finish') starts.at(-1 - which)?.finish();
          if (does === 'settle') await settled();
          if (does === 'unassign') builder.unassign();
          if (does === 'lose') {
            builder.drop('the connection is lost');
            for (const made of starts) if (!lost.has(made)) lost.set(made, [...made.seen]);
          }
        }
        for (const made of starts) {
          await settled();
          made.finish();
        }
        await Promise.all(runs);
        for (const made of starts) {
          const end = made.kind === 'raising' ? 'failed' : 'complete';
          const before = lost.get(made);
          const hasCompleted = before?.includes(end) ?? true;
          const late = made.seen.slice(before?.length ?? 0);
          expect(made.seen.filter((seen) => seen === end)).toEqual(hasCompleted ? [end] : []);
          expect(made.seen.at(-1)).toBe('release');
          if (before) expect(late.filter((seen) => seen !== 'release')).toEqual([]);
        }
        expect(builder.runningCommands).toEqual([]);
      }),
      { numRuns: 300 },
    );
  },
);

/** One process, which is gone when it is signalled and then looked at twice. */
function leftTree() {
  const tree = {
    looksLeft: Number.POSITIVE_INFINITY,
    isSettled: true,
    isClosed: false,
    survivors: () => (tree.looksLeft-- > 0 ? [2 ** 30] : []),
    remaining: () => (tree.looksLeft > 0 ? [2 ** 30] : []),
    signal: () => {
      tree.looksLeft = Math.min(tree.looksLeft, 1);
    },
    keep: () => {},
    release: () => {},
    close: () => {
      tree.isClosed = true;
    },
  };
  return tree;
}

describe('what commands of a builder leave running', () => {
  async function afterCommandThatLeaves() {
    const made = makeBuilder();
    made.builder.startBuild();
    const command = made.start('program', '1', true);
    const tree = leftTree();
    command.leaves = tree;
    await settled();
    command.finish();
    await settled();
    expect([command.isKept, command.seen]).toEqual([true, COMPLETED]);
    return { ...made, tree };
  }

  it('goes on for the next commands, over a pause between steps too, and ends before the next build begins', async () => {
    const { builder, clock, start, tree, worked } = await afterCommandThatLeaves();
    await clock.advanceAsync(60_000);
    const second = start('program', '2', true);
    await settled();
    second.finish();
    await settled();
    expect([tree.isClosed, tree.looksLeft]).toEqual([false, Number.POSITIVE_INFINITY]);
    worked.length = 0;
    builder.startBuild();
    const third = start('program', '3', true);
    await settled();
    expect([third.hasBegun, tree.isClosed]).toEqual([false, false]);
    // It belongs to the record of the build that is over.
    expect(worked.slice(0, 3)).toEqual(['processes-ended', 'build-ended', 'build-started']);
    await clock.advanceAsync(100);
    expect([third.hasBegun, tree.isClosed]).toEqual([true, true]);
  });

  it.each([
    ['the link is lost', (builder: WorkerForBuilder) => builder.drop('lost')],
    ['the builder is no longer assigned', (builder: WorkerForBuilder) => builder.unassign()],
  ])('ends when %s, and what comes later is not kept', async (_when, leave) => {
    const { builder, clock, start, tree, worked } = await afterCommandThatLeaves();
    const late = start('slow', '2', true);
    late.leaves = leftTree();
    await settled();
    leave(builder);
    await clock.advanceAsync(100);
    late.finish();
    await settled();
    expect([tree.isClosed, late.isKept]).toEqual([true, false]);
    expect(worked.filter((kind) => kind === 'processes-ended')).toHaveLength(1);
  });
});
