import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTac } from '../../../../../main/basedir/tac/read-tac.ts';
import { renderTac } from '../../../../../main/basedir/tac/render-tac.ts';
import { workerConfigFrom } from '../../../../../main/basedir/tac/worker-config-from.ts';
import { settingFault } from '../../../../../main/worker-settings/setting-fault.ts';
import type { WorkerSettingName } from '../../../../../main/worker-settings/settings-table.ts';
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
  it('holds what the configuration holds', () => {
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

/** Texts that a setting can have. */
function textOf(name: WorkerSettingName): fc.Arbitrary<string> {
  return fc
    .string({ unit: 'binary', minLength: 1 })
    .filter((value) => settingFault(name, value) === undefined);
}

function configs(): fc.Arbitrary<WorkerConfig> {
  const count = fc.option(fc.integer({ min: 1, max: 2 ** 40 }), { nil: undefined });
  const endpoint = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `tcp:${text}`);
  const master: fc.Arbitrary<MasterAddress> = fc.oneof(
    fc.record({
      kind: fc.constant('host' as const),
      host: textOf('host'),
      port: fc.integer({ min: 1, max: 65_535 }),
      useTls: fc.boolean(),
      proxyConnectionString: fc.option(endpoint, { nil: undefined }),
    }),
    fc.record({ kind: fc.constant('connection-string' as const), connectionString: endpoint }),
  );
  return fc.record({
    basedir: fc.constant('/srv/it\'s a "worker" \\ ü'),
    master,
    workerName: textOf('workerName'),
    password: textOf('password'),
    protocol: fc.constantFrom('pb', 'msgpack_experimental_v7'),
    path: fc.option(textOf('path'), { nil: undefined }),
    keepalive: fc.nat(),
    maxdelay: fc.integer({ min: 1 }),
    maxretries: count,
    umask: fc.option(fc.integer({ min: 0, max: 0o777 }), { nil: undefined }),
    numcpus: count,
    unicodeEncoding: fc.constantFrom('utf-8', 'latin 1', 'cp932'),
    allowShutdown: fc.constantFrom('signal', 'file', undefined),
    deleteLeftoverDirs: fc.boolean(),
    fileAccess: fc.constantFrom('basedir', 'anywhere'),
    tacEnvironment: fc.boolean(),
    leftoverProcesses: fc.constantFrom('build', 'command', 'leave'),
    protection: fc.constantFrom('open', 'guarded', 'strict'),
    protectionPaths: fc.constantFrom('/srv/tools, /var/cache/it is:rw', undefined),
    protectionVariables: fc.constantFrom('CC', undefined),
    logSize: fc.integer({ min: 1 }),
    logCount: fc.option(fc.nat(), { nil: undefined }),
  });
}
