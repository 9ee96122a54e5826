import { describe, expect, it } from 'vitest';
import { foreignProblem, problem } from '../../../../main/contract/problem.ts';
import {
  connectionProblemKindSchema,
  type RunningCommand,
  type WorkerStatus,
} from '../../../../main/contract/worker/worker-status.ts';
import { statusSentence } from '../../../../main/texts/status-sentence.ts';
import { textsIn } from '../../../../main/texts/texts.ts';

const MASTER = 'ci.example.org:9989';
const NOW = new Date(2026, 10, 24, 14, 0, 0).getTime();
const MINUTE = 60_000;

const make: RunningCommand = {
  commandId: '7',
  builderName: 'linux',
  name: 'shell',
  summary: 'make all',
  startedAt: NOW - 3 * MINUTE,
};
const refused = { kind: 'refused', problem: foreignProblem('Cannot reach it.') } as const;
const drain = { kind: 'draining', since: NOW, builders: ['linux'], commands: [make] } as const;

const say = (status: WorkerStatus) => statusSentence(status, MASTER, NOW, textsIn('en'));

describe('the sentence of a state', () => {
  it.each<[WorkerStatus, string]>([
    [{ kind: 'stopped', why: undefined }, 'Stopped'],
    [{ kind: 'stopped', why: foreignProblem('Gave up.') }, 'Stopped. Gave up.'],
    [
      { kind: 'connecting', attempt: 1, retryAt: undefined, problem: undefined },
      `Connecting to ${MASTER}`,
    ],
    [{ kind: 'idle', builders: ['linux'] }, `Idle, connected to ${MASTER}`],
    [
      { kind: 'building', builders: ['linux'], commands: [make] },
      'Building linux: make all (3 min)',
    ],
    [{ kind: 'building', builders: ['linux'], commands: [] }, 'Building linux'],
    [
      { kind: 'building', builders: ['linux'], commands: [], isStillLeaving: true },
      'Building linux; reconnects then, to be given new builds',
    ],
    [
      { kind: 'building', builders: [], commands: [], isStillLeaving: true },
      'Waiting for the master to end the last build; reconnects then, to be given new builds',
    ],
    [
      { kind: 'building', builders: ['linux', 'docs'], commands: [make] },
      'Building linux and docs',
    ],
    [
      { kind: 'building', builders: ['linux', 'docs', 'arm'], commands: [make] },
      'Building linux and 2 other builders',
    ],
    [
      { ...drain, purpose: 'shut-down' },
      'Shutting down after the build of linux: make all (3 min)',
    ],
    [{ ...drain, purpose: 'pause' }, 'Pausing after the build of linux: make all (3 min)'],
    [{ ...drain, purpose: 'quit', builders: ['a', 'b'] }, 'Quitting after the builds of a and b'],
    [
      { ...drain, purpose: 'quit', builders: [], commands: [] },
      'Quitting as soon as the master agrees',
    ],
    [
      { ...drain, purpose: 'quit', isByUs: true },
      'Quitting after the build of linux: make all (3 min); new builds are held back here',
    ],
    [
      { ...drain, purpose: 'quit', builders: [], commands: [], isByUs: true },
      'Quitting once nothing runs',
    ],
    [
      {
        ...drain,
        purpose: 'pause',
        builders: [],
        commands: [],
        waitsFor: problem('session.masterHasNotAnswered', { seconds: 65 }),
      },
      'Pausing as soon as the master agrees; the master has not answered yet',
    ],
    [{ kind: 'paused', until: 'resumed' }, 'Paused until you resume'],
    [{ kind: 'paused', until: NOW + 65 * MINUTE }, 'Paused until 15:05'],
    [{ kind: 'paused', until: NOW + 16 * 60 * MINUTE }, 'Paused until tomorrow, 06:00'],
    [{ kind: 'error', problem: refused, retryAt: undefined }, `${MASTER} refuses connections`],
  ])('%j', (status, sentence) => {
    expect(say(status)).toBe(sentence);
  });

  it.each([
    [0, 'next attempt in a few seconds'],
    [4_999, 'next attempt in a few seconds'],
    [5_001, 'next attempt in 10 s'],
    [30_000, 'next attempt in 30 s'],
    [117_000, 'next attempt in 2 min'],
    [300_000, 'next attempt in 5 min'],
  ])('counts down to the next try, calmly: %d ms', (ms, words) => {
    const retryAt = NOW + ms;
    expect(say({ kind: 'connecting', attempt: 2, retryAt, problem: refused })).toBe(
      `${MASTER} refuses connections, ${words}`,
    );
  });

  it('reports that a try is under way after a failed one', () => {
    expect(say({ kind: 'connecting', attempt: 2, retryAt: undefined, problem: refused })).toBe(
      `${MASTER} refuses connections, trying again`,
    );
  });

  it('puts every problem into words of its own', () => {
    const sentences = connectionProblemKindSchema.options.map((kind) =>
      say({ kind: 'error', problem: { kind, problem: foreignProblem('') }, retryAt: undefined }),
    );
    expect(new Set(sentences).size).toBe(connectionProblemKindSchema.options.length);
  });

  it('cuts long commands and puts them on one line', () => {
    const summary = `first\nsecond ${'x'.repeat(200)}`;
    const commands = [{ ...make, summary, startedAt: NOW }];
    const sentence = say({ kind: 'building', builders: ['linux'], commands });
    expect(sentence).toMatch(/^Building linux: first second x+…$/);
    expect(sentence.length).toBeLessThan(90);
  });
});
