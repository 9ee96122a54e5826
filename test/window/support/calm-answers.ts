import type { ContractHandlers } from '../../../main/contract/api.ts';
import { foreignProblem } from '../../../main/contract/problem.ts';
import { REHEARSAL_NOT_STARTED } from '../../../main/contract/rehearsal/rehearsal-view.ts';
import { sampleExtent, sampleSettings, sampleView } from './samples.ts';

const done = { ok: true, value: undefined } as const;

/** Main on a quiet day: one worker that is idle, nothing built, nothing wrong. */
export const calmAnswers: ContractHandlers = {
  app: {
    snapshot: () => sampleView(),
    perform: () => done,
    pageShown: () => undefined,
    questionSeen: () => undefined,
    answer: () => undefined,
  },
  overview: {
    directorySize: () => 1_500_000,
    remove: () => ({ ok: true, value: true }),
    reorder: () => undefined,
    duplicate: () => ({ ok: true, value: 'w2' }),
    today: () => ({
      builds: 12,
      buildMs: 12_240_000,
      processors: 8,
      busyShare: undefined,
      freeBytes: 120_000_000_000,
    }),
    recentOutput: () => [],
    leaveOutput: () => undefined,
    locate: () => ({ ok: true, value: true }),
    certificate: () => undefined,
    showFile: () => undefined,
  },
  log: {
    open: () => ({ ok: true, value: { tail: [], extent: sampleExtent(0) } }),
    close: () => undefined,
    slice: ({ filter, firstRow }) => ({ generation: 1, filter, firstRow, rows: [] }),
    rowOf: () => 0,
    copy: ({ count }) => count,
    search: () => undefined,
    cancelSearch: () => undefined,
    lineOfHit: () => undefined,
    openFolder: () => undefined,
    rotation: () => ({
      logSize: 10_000_000,
      logCount: 10,
      whyFixed: undefined,
      totalBytes: 0,
      files: 1,
    }),
    changeRotation: () => done,
    rotate: () => done,
  },
  builds: {
    find: ({ offset }) => ({ builds: [], offset, count: 0, builderNames: [], kept: 0 }),
    timeline: ({ span = 'all' }) => ({
      span,
      oldestAt: undefined,
      lanes: [],
      otherBuilders: 0,
      count: 0,
    }),
    durations: ({ of }) => ({
      builderName: of,
      builderNames: [],
      bars: [],
      builds: 0,
      usualMs: undefined,
    }),
    details: () => undefined,
    output: () => undefined,
    saveOutput: () => ({ ok: true, value: true }),
    estimates: () => [],
    clear: () => ({ ok: true, value: 0 }),
  },
  hostinfo: {
    load: () => ({
      infoDir: '/home/ada/worker/info',
      files: [{ name: 'admin', text: 'Ada <ada@example.org>\n', sharedPath: undefined }],
      problems: [],
    }),
    save: () => done,
    fillIn: ({ admin = 'Ada <ada@example.org>' }) => ({ admin, host: 'a laptop\n' }),
    sent: () => ({
      facts: [{ name: 'system', value: 'linux' }],
      environment: [{ name: 'LANG', value: 'en_GB.UTF-8' }],
      withheld: ['GITHUB_TOKEN'],
      onlyForBuilds: ['CI_PROJECT'],
    }),
  },
  settings: {
    load: () => ({ ok: true, value: sampleSettings() }),
    preview: () => "workername = 'ada-laptop'\nkeepalive = 300\n",
    save: () => ({ ok: true, value: { effect: 'apply-live', problem: undefined } }),
  },
  addWorker: {
    add: () => ({ ok: true, value: 'w2' }),
    openDirectory: () => ({ ok: true, value: 'w2' }),
    lookAt: (path) => ({ ok: true, value: { kind: 'empty', path } }),
    readTac: () => ({ ok: true, value: {} }),
    clipboardText: () => '',
    takeLink: () => undefined,
    chooseDirectory: () => undefined,
    chooseAuthorities: () => undefined,
    suggestion: () => ({
      port: '9989',
      basedir: '/home/ada/worker',
      passwordPlace: { kind: 'keyring', keyring: 'gnome' },
    }),
    check: ({ id }) => ({
      id,
      state: 'passed',
      finding: foreignProblem(`${id} is well.`),
      help: undefined,
    }),
    stopChecks: () => undefined,
  },
  preferences: {
    change: () => done,
    startsAtLogin: () => false,
    setStartsAtLogin: () => done,
    licences: () => 'zod 4.6.7 (MIT)\n',
    diagnose: () => '# Buildtray diagnostics\n\n- Buildtray 1.2.3\n',
    saveDiagnostics: () => ({ ok: true, value: true }),
    dismissTrayNotice: () => undefined,
  },
  rehearsal: {
    snapshot: () => REHEARSAL_NOT_STARTED,
    start: () => done,
    cancel: () => undefined,
    recentOutput: () => [],
  },
};
