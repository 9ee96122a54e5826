import { describe, expect, it } from 'vitest';
import { foreignProblem } from '../../../../main/contract/problem.ts';
import type { WorkerStatus } from '../../../../main/contract/worker/worker-status.ts';
import { controlStatusSchema } from '../../../../main/control/control-status.ts';
import { workerControl } from '../../../../main/launch/worker-control.ts';
import { failed, succeeded } from '../../../../main/lib/outcome.ts';
import { toTeardown } from '../../../../main/lib/teardown.ts';
import { configFrom } from '../../../../main/worker-settings/config-from.ts';
import { withDefaults } from '../../../../main/worker-settings/with-defaults.ts';
import { RecordingLogger } from '../../../support/recording-logger.ts';
import { SAMPLE_STATUSES } from '../../../support/sample-statuses.ts';

const SECRET = 'hunter2';
const leaking = foreignProblem(`No way to ${SECRET}.org.`);
const command = {
  commandId: '1',
  builderName: 'linux',
  name: 'shell',
  summary: `curl -u ${SECRET}`,
  startedAt: 5,
};
const error = { kind: 'refused', problem: leaking } as const;
const busy = { builders: ['linux'], commands: [command] };
/** Every kind that holds a text from elsewhere. */
const LEAKING: readonly WorkerStatus[] = [
  { kind: 'stopped', why: leaking },
  { kind: 'connecting', attempt: 2, retryAt: 9, problem: error },
  { kind: 'error', problem: error, retryAt: undefined },
  { kind: 'building', ...busy },
  { kind: 'draining', purpose: 'quit', since: 1, ...busy },
];

interface Shown {
  readonly lastHeardAt?: number;
  readonly builders?: readonly string[];
  readonly pids?: readonly number[];
}

function controlOf(status: WorkerStatus, { lastHeardAt, builders = [], pids = [] }: Shown = {}) {
  const logger = new RecordingLogger();
  const named = { basedir: '/w', workerName: 'w', password: SECRET, host: 'ci', port: 9989 };
  const control = workerControl({
    config: () => configFrom(withDefaults(named)),
    worker: {
      status,
      onStatusChanged: () => toTeardown(() => {}),
      lastHeardAt,
      builders,
      leftProcesses: { pids },
    },
    logger,
    logPath: '/w/twistd.log',
    host: 'tray',
    states: () => [{ at: 1, kind: 'connecting', problem: leaking }],
    secrets: () => [SECRET],
    perform: async () => failed({ kind: 'failed', problem: leaking }),
    reload: async () => failed(leaking),
    clearBuilds: async () => succeeded(3),
  });
  return { control, logger };
}

describe('what the control socket shows of a worker', () => {
  it.each(LEAKING)('is without secrets: $kind', (status) => {
    const shown = controlOf(status).control.status();
    expect(shown.status.kind).toBe(status.kind);
    expect(JSON.stringify(shown)).not.toContain(SECRET);
  });

  it('is without secrets in what it was before, too', () => {
    const states = controlOf({ kind: 'idle', builders: [] }).control.states();
    expect(states).toMatchObject([{ at: 1, kind: 'connecting', problem: { key: leaking.key } }]);
    expect(JSON.stringify(states)).not.toContain(SECRET);
  });

  it.each(SAMPLE_STATUSES)('is the status as it is where nothing is secret: %j', (status) => {
    expect(controlOf(status).control.status().status).toEqual(status);
  });

  it('is what the other end reads, with the optional parts only where there are any', () => {
    const bare = controlOf({ kind: 'idle', builders: [] }).control.status();
    expect(controlStatusSchema.parse(bare)).toMatchObject({ master: 'ci:9989', pid: process.pid });
    for (const name of ['lastHeardAt', 'builders', 'leftRunning'])
      expect(bare).not.toHaveProperty(name);
    const facts = { lastHeardAt: 7, builders: ['linux'], pids: [42] };
    const full = controlOf({ kind: 'idle', builders: ['linux'] }, facts).control.status();
    expect(full).toMatchObject({ lastHeardAt: 7, builders: ['linux'], leftRunning: [42] });
  });

  it('passes requests on', async () => {
    const { control } = controlOf({ kind: 'idle', builders: [] });
    expect(await control.perform({ kind: 'disconnect' })).toMatchObject({ ok: false });
    expect(await control.reload()).toMatchObject({ ok: false });
    expect(await control.clearBuilds()).toEqual(succeeded(3));
  });

  it('notes in the log what was requested from outside, and by which process', () => {
    const { control, logger } = controlOf({ kind: 'idle', builders: [] });
    control.note('disconnect', 42);
    control.note('reload', undefined);
    expect(logger.lines).toEqual([
      'info control: requested from outside: disconnect (process 42)',
      'info control: requested from outside: reload',
    ]);
  });
});
