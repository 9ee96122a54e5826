import { describe, expect, it } from 'vitest';
import { buildNoticeFrom, noticeFrom } from '../../../../../main/app/notices/notice-from.ts';
import { foreignProblem } from '../../../../../main/contract/problem.ts';
import type { WorkerStatus } from '../../../../../main/contract/worker/worker-status.ts';
import { textsIn } from '../../../../../main/texts/texts.ts';

const refused: WorkerStatus = {
  kind: 'error',
  problem: { kind: 'wrong-password', problem: foreignProblem('The master refuses the password.') },
  retryAt: 5,
};
const trying: WorkerStatus = {
  kind: 'connecting',
  attempt: 1,
  retryAt: undefined,
  problem: undefined,
};
const idle: WorkerStatus = { kind: 'idle', builders: [] };
const draining = {
  kind: 'draining',
  purpose: 'pause',
  since: 0,
  builders: [],
  commands: [],
} as const;
const paused: WorkerStatus = { kind: 'paused', until: 'resumed' };

const NOW = 1_700_000_000_000;
const notice = (before: WorkerStatus, after: WorkerStatus) =>
  noticeFrom(before, after, { id: 'a1', name: 'w1' }, NOW, textsIn('en'));

describe('a notice', () => {
  it('is given once when the worker cannot log in', () => {
    expect(notice(trying, refused)).toEqual({
      kind: 'cannotWork',
      title: 'w1 cannot work for the master',
      body: 'The master refuses the password.',
      opens: { kind: 'open-window', page: 'overview', workerId: 'a1' },
      offer: undefined,
    });
    expect(notice(refused, { ...refused, retryAt: 9 })).toBeUndefined();
  });

  it('is given at the end of the last build before a pause, with the way out of it', () => {
    const given = notice(draining, paused);
    expect([given?.kind, given?.title]).toEqual(['paused', 'w1 is paused']);
    expect(given?.offer).toEqual({
      label: 'Resume',
      action: { kind: 'request', workerId: 'a1', request: { kind: 'resume' } },
    });
    expect(notice(trying, paused)).toBeUndefined();
  });

  it('states why a worker has stopped by itself', () => {
    const stopped = { kind: 'stopped', why: foreignProblem('Gave up.') } as const;
    expect(notice(trying, stopped)).toMatchObject({ title: 'w1 has stopped', body: 'Gave up.' });
    expect(notice(idle, { ...stopped, why: undefined })).toBeUndefined();
  });

  it('is given at the end of a graceful shutdown, and not at that of a quit', () => {
    const stopped = { kind: 'stopped', why: undefined } as const;
    expect(notice({ ...draining, purpose: 'shut-down' }, stopped)?.title).toBe('w1 has shut down');
    expect(notice({ ...draining, purpose: 'quit' }, stopped)).toBeUndefined();
  });

  it('is given when a pause ends by the clock, and not when the user ends it', () => {
    expect(notice({ kind: 'paused', until: NOW }, trying)?.title).toBe('w1 accepts builds again');
    expect(notice({ kind: 'paused', until: NOW + 1 }, trying)).toBeUndefined();
  });

  it('is not given for what is as it should be', () => {
    expect(notice(trying, idle)).toBeUndefined();
    expect(notice(idle, trying)).toBeUndefined();
    expect(notice(paused, trying)).toBeUndefined();
  });
});

describe('the notice of a build', () => {
  const build = {
    id: 'b1',
    workerId: 'a1',
    builderName: 'linux',
    startedAt: NOW,
    endedAt: NOW + 185_000,
    outcome: 'ok',
    commandCount: 3,
    failedCount: 0,
    outputBytes: 1,
  } as const;

  it('says how it went as far as the worker knows, and leads to it', () => {
    expect(buildNoticeFrom(build, 'w1', textsIn('en'))).toEqual({
      kind: 'buildEnded',
      title: 'The build of linux has ended',
      body: 'w1: No errors, 3 min 5 s',
      opens: { kind: 'open-window', page: 'builds', workerId: 'a1', buildId: 'b1' },
    });
  });

  it('is of another kind where a command failed', () => {
    const failed = buildNoticeFrom({ ...build, outcome: 'errors' }, 'w1', textsIn('en'));
    expect([failed.kind, failed.title]).toEqual(['buildFailed', 'A command of linux failed']);
    expect(buildNoticeFrom({ ...build, outcome: 'lost' }, 'w1', textsIn('en')).kind).toBe(
      'buildEnded',
    );
  });
});
