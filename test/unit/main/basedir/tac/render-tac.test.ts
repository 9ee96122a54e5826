import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTac } from '../../../../../main/basedir/tac/read-tac.ts';
import { renderTac } from '../../../../../main/basedir/tac/render-tac.ts';
import { workerConfigFrom } from '../../../../../main/basedir/tac/worker-config-from.ts';
import type {
  MasterAddress,
  WorkerConfig,
} from '../../../../../main/worker-settings/worker-config.ts';
import { CONFIG } from './configs.ts';

const TAC_PATH = '/srv/worker/buildbot.tac';

function readBack(config: WorkerConfig, isRelocatable: boolean): unknown {
  return workerConfigFrom(readTac(renderTac(config, { isRelocatable }), TAC_PATH));
}

describe('a rendered buildbot.tac', () => {
  it('says what the configuration says', () => {
    expect(readBack(CONFIG, false)).toEqual({ ok: true, value: { config: CONFIG, warnings: [] } });
  });

  it('means its own folder when it is relocatable', () => {
    const tac = renderTac(CONFIG, { isRelocatable: true });
    const moved = workerConfigFrom(readTac(tac, '/elsewhere/buildbot.tac'));
    expect(moved).toEqual({
      ok: true,
      value: { config: { ...CONFIG, basedir: '/elsewhere' }, warnings: [] },
    });
  });

  it('is recognised by the tools that look for its Application line', () => {
    expect(renderTac(CONFIG, { isRelocatable: false })).toContain(
      "application = service.Application('buildbot-worker')",
    );
  });

  it('has no log block when the log is not rotated', () => {
    const config = { ...CONFIG, logSize: undefined, logCount: undefined };
    expect(renderTac(config, { isRelocatable: false })).not.toMatch(/log/i);
    expect(readBack(config, false)).toEqual({ ok: true, value: { config, warnings: [] } });
  });

  it('keeps every value, whatever characters it is made of', () => {
    fc.assert(
      fc.property(configs(), (config) => {
        expect(readBack(config, false)).toEqual({ ok: true, value: { config, warnings: [] } });
      }),
    );
  });
});

function configs(): fc.Arbitrary<WorkerConfig> {
  const text = fc.string({ unit: 'binary', minLength: 1 });
  const count = fc.option(fc.integer({ min: 1, max: 2 ** 40 }), { nil: undefined });
  const master: fc.Arbitrary<MasterAddress> = fc.oneof(
    fc.record({
      kind: fc.constant('host' as const),
      host: text,
      port: fc.integer({ min: 1, max: 65_535 }),
      useTls: fc.boolean(),
      proxyConnectionString: fc.option(text, { nil: undefined }),
    }),
    fc.record({ kind: fc.constant('connection-string' as const), connectionString: text }),
  );
  return fc.record({
    basedir: fc.constant('/srv/it\'s a "worker" \\ ü\n'),
    master,
    workerName: text,
    password: text,
    protocol: fc.constantFrom('pb', 'msgpack_experimental_v7'),
    keepalive: fc.nat(),
    maxdelay: fc.integer({ min: 1 }),
    maxretries: count,
    umask: fc.option(fc.integer({ min: 0, max: 0o777 }), { nil: undefined }),
    numcpus: count,
    unicodeEncoding: text,
    allowShutdown: fc.constantFrom('signal', 'file', undefined),
    deleteLeftoverDirs: fc.boolean(),
    logSize: fc.integer({ min: 1 }),
    logCount: fc.option(fc.nat(), { nil: undefined }),
  });
}
