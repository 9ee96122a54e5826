import { describe, expect, it } from 'vitest';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { type Consequence, questionFrom } from '../../../../main/hosting/question-from.ts';
import { textsIn } from '../../../../main/texts/texts.ts';

const NOW = 1_700_000_000_000;
const command = {
  commandId: '1',
  builderName: 'linux',
  name: 'shell',
  summary: 'make all',
  startedAt: NOW - 150_000,
};
const building: WorkerStatus = { kind: 'building', builders: ['linux'], commands: [command] };

const ask = (consequence: Consequence, ...statuses: WorkerStatus[]) =>
  questionFrom(consequence, statuses, NOW, textsIn('en'));

describe('a question before a build is lost', () => {
  it('names the builder, what runs, and what becomes of it', () => {
    expect(ask('disconnect', building)).toEqual({
      message: 'Disconnect in the middle of a build?',
      detail:
        'Builder linux is in the middle of a build and has been running “make all” for 2 min. ' +
        'Disconnecting interrupts it; the master will run the build again.',
      answers: [
        ['now', 'Disconnect now'],
        ['cancel', 'Cancel'],
      ],
    });
  });

  it('offers to quit after the build first', () => {
    expect(ask('quit', building)?.answers).toEqual([
      ['after', 'Quit after this build'],
      ['now', 'Quit now'],
      ['cancel', 'Cancel'],
    ]);
  });

  it('names every builder of several', () => {
    const builders = ['linux', 'docs', 'arm'];
    const question = ask('stop-now', { ...building, builders });
    expect(question?.detail).toBe(
      'Builders linux, docs and arm are in the middle of a build. ' +
        'Stopping now interrupts them; the master will run the builds again.',
    );
  });

  it('counts the builds of all workers', () => {
    const docs: WorkerStatus = { kind: 'building', builders: ['docs'], commands: [] };
    const question = ask('quit', building, { kind: 'idle', builders: [] }, docs);
    expect(question?.detail).toBe(
      'Builders linux and docs are in the middle of a build. ' +
        'Quitting now interrupts them; the master will run the builds again.',
    );
    expect(question?.answers[0]).toEqual(['after', 'Quit after these builds']);
  });

  it.each<WorkerStatus>([
    { kind: 'building', builders: [], commands: [], isStillLeaving: true },
    { kind: 'draining', purpose: 'quit', since: NOW, builders: [], commands: [] },
  ])('is asked about a build that only the master knows of: %j', (status) => {
    expect(ask('disconnect', status)?.detail).toBe(
      'Nothing runs here just now, but the master has not ended its last build for this worker: ' +
        'a step of its own may be running. ' +
        'Disconnecting interrupts it; the master will run the build again.',
    );
    expect(ask('quit', status, building)?.answers[0]).toEqual(['after', 'Quit after these builds']);
  });

  it.each<WorkerStatus>([
    { kind: 'idle', builders: ['linux'] },
    { kind: 'paused', until: 'resumed' },
    { kind: 'stopped', why: undefined },
    { kind: 'draining', purpose: 'quit', since: NOW, builders: [], commands: [], isByUs: true },
  ])('is not asked when nothing is lost: %j', (status) => {
    expect(ask('quit', status)).toBeUndefined();
  });
});
