import type { AppView } from '../../../main/contract/app/app-view.ts';
import type { BuildSummary } from '../../../main/contract/builds/build-history.ts';
import type {
  BuildDurations,
  BuildTimeline,
} from '../../../main/contract/builds/build-pictures.ts';
import type { LogExtent } from '../../../main/contract/log/log-rows.ts';
import type { SettingsPage } from '../../../main/contract/settings.ts';
import type { SettingView } from '../../../main/contract/settings-view.ts';
import type { WorkerStatus } from '../../../main/contract/worker/worker-status.ts';
import type { WorkerView } from '../../../main/contract/worker/worker-view.ts';
import {
  WORKER_SETTINGS,
  type WorkerSetting,
} from '../../../main/worker-settings/settings-table.ts';
import { SAMPLE_PREFERENCES } from '../../support/sample-preferences.ts';

/** A worker that is attached and has nothing to do. */
export function sampleWorker(changes: Partial<WorkerView> = {}): WorkerView {
  return {
    id: 'w1',
    workerName: 'ada-laptop',
    master: 'ci.example.org:9989',
    builders: ['linux', 'docs'],
    basedir: '/home/ada/worker',
    status: { kind: 'idle', builders: ['linux', 'docs'] },
    sentence: 'Connected to ci.example.org:9989, idle.',
    passwordPlace: { kind: 'keyring', keyring: 'gnome' },
    leftRunning: [],
    ...changes,
  };
}

/** The app with one worker, in English. */
export function sampleView(changes: Partial<AppView> = {}): AppView {
  return {
    version: '1.2.3',
    developmentRuntime: undefined,
    language: 'en',
    preferences: { ...SAMPLE_PREFERENCES, theme: 'light' },
    hasTray: true,
    showsTrayNotice: false,
    workers: [sampleWorker()],
    rehearsal: undefined,
    ...changes,
  };
}

/** In the middle of a build with one command. */
export const BUILDING: Extract<WorkerStatus, { kind: 'building' }> = {
  kind: 'building',
  builders: ['linux'],
  commands: [
    {
      commandId: 'c1',
      builderName: 'linux',
      name: 'shell',
      summary: 'make all',
      startedAt: Date.now() - 5_000,
    },
  ],
};

/** A build that has ended well. */
export function sampleBuild(changes: Partial<BuildSummary> = {}): BuildSummary {
  return {
    id: 'b1',
    builderName: 'linux',
    startedAt: Date.UTC(2026, 10, 27, 9),
    endedAt: Date.UTC(2026, 10, 27, 9, 5),
    outcome: 'ok',
    commandCount: 3,
    failedCount: 0,
    outputBytes: 4_096,
    ...changes,
  };
}

/** A lane with a build that stands alone, and five that share a bar. */
export function sampleTimeline(changes: Partial<BuildTimeline> = {}): BuildTimeline {
  const at = Date.UTC(2026, 10, 27, 9);
  const alone = { buildId: 'b1', outcome: 'ok', builds: 1, startedAt: at } as const;
  const shared = { buildId: 'b2', outcome: 'errors', builds: 5, startedAt: at + 600_000 } as const;
  const bars = [
    { ...alone, endedAt: at + 300_000 },
    { ...shared, endedAt: at + 900_000 },
  ];
  return {
    span: 'all',
    oldestAt: at,
    lanes: [{ builderName: 'linux', bars }],
    otherBuilders: 0,
    count: 6,
    ...changes,
  };
}

/** Two bars of three builds each. */
export function sampleDurations(changes: Partial<BuildDurations> = {}): BuildDurations {
  const at = Date.UTC(2026, 10, 27, 9);
  const bar = (firstAt: number, middleMs: number) => ({
    firstAt,
    lastAt: firstAt + 60_000,
    builds: 3,
    shortestMs: 60_000,
    middleMs,
    longestMs: 240_000,
    outcomes: { ok: 2, errors: 1 },
  });
  return {
    builderName: 'linux',
    builderNames: ['docs', 'linux'],
    bars: [bar(at, 120_000), bar(at + 600_000, 180_000)],
    builds: 6,
    usualMs: 130_000,
    ...changes,
  };
}

/** A log of so many lines, all of which are counted and none of which is urgent. */
export function sampleExtent(lines: number): LogExtent {
  return {
    generation: 1,
    firstLine: 0,
    rows: { info: lines, warn: 0, error: 0 },
    countedBytes: lines * 40,
    totalBytes: lines * 40,
    files: 1,
    isCounted: true,
  };
}

/** A worker that is reached by host and port; all else has its default. */
export function sampleSettings(changes: Partial<SettingsPage> = {}): SettingsPage {
  return {
    tacPath: '/home/ada/worker/buildbot.tac',
    settings: WORKER_SETTINGS.map(settingView),
    tacText: "workername = 'ada-laptop'\nkeepalive = 600\n",
    problems: [],
    warnings: [],
    extras: { tlsPin: null, tlsAuthorities: null, proxyUser: null, proxyPassword: false },
    version: '1',
    passwordPlace: { kind: 'keyring', keyring: 'gnome' },
    waitsFor: 'nothing',
    ...changes,
  };
}

const SET: Readonly<Record<string, string | number>> = {
  host: 'ci.example.org',
  port: 9989,
  workerName: 'ada-laptop',
  basedir: '.',
};

function settingView({ name, kind, byDefault = null }: WorkerSetting, at: number): SettingView {
  if (kind === 'secret') return { kind: 'secret', name, isSet: true };
  const value = SET[name];
  return value === undefined
    ? { kind: 'default', name, value: byDefault }
    : { kind: 'set', name, value, line: at + 1 };
}
