import type { AppView } from '../../../main/contract/app/app-view.ts';
import type { ShownQuestion } from '../../../main/contract/app/question.ts';
import type { Language } from '../../../main/contract/language.ts';
import type { PageName } from '../../../main/contract/pages.ts';
import { problem } from '../../../main/contract/problem.ts';
import {
  FAILING_STEP,
  REHEARSAL_NOT_STARTED,
  type RehearsalView,
} from '../../../main/contract/rehearsal/rehearsal-view.ts';
import type { WorkerStatus } from '../../../main/contract/worker/worker-status.ts';
import { statusSentence } from '../../../main/texts/status-sentence.ts';
import { textsIn } from '../../../main/texts/texts.ts';
import type { Answers } from '../support/fake-main.ts';
import { sampleView, sampleWorker } from '../support/samples.ts';
import { sampleDays } from './sample-days.ts';

const MINUTE = 60_000;
const PEER = 'ci.example.org:9989';

const QUESTION: ShownQuestion = {
  id: 'q1',
  message: 'Quit in the middle of a build?',
  detail: 'linux-gcc has been building for 2 min. What is lost is built again by another worker.',
  answers: ['Quit after this build', 'Quit now', 'Cancel'],
};

const REPORT = `# Buildtray diagnostics

28 Nov 2026, 14:40 UTC

## Versions

- Buildtray 1.2.3, Electron 45.4.1
- Debian GNU/Linux 12, x64, 8 processors

## ada-laptop

- now: building linux-gcc
- directory: ~/worker
`;

/** What the window shows: a page, and what main answers it. */
export interface GalleryState {
  readonly view: AppView;
  readonly answers?: Answers;
}

/** Where each picture begins, as the window's address says: a page, a worker, a build. */
export const PICTURES = {
  'first-start': 'addWorker',
  'add-worker': 'addWorker',
  'add-worker-machine': 'addWorker',
  overview: 'overview',
  'overview-empty': 'overview',
  'overview-states': 'overview',
  repair: 'overview',
  finder: 'overview',
  question: 'overview',
  removing: 'overview',
  'overview-german': 'overview',
  builds: 'builds/w1/b157',
  'builds-empty': 'builds',
  'builds-none-found': 'builds',
  hostinfo: 'hostinfo',
  log: 'log',
  'log-empty': 'log',
  rotation: 'log',
  settings: 'settings',
  'settings-unsaved': 'settings',
  'settings-all': 'settings',
  'settings-french': 'settings',
  preferences: 'preferences',
  notifications: 'preferences',
  diagnostics: 'preferences',
  rehearsal: 'rehearsal',
} as const satisfies Record<string, PageName | `${PageName}/w1/${string}`>;

/** By the names of the pictures; `now` is ms since 1970. */
export const STATES: Readonly<Record<string, (now: number) => GalleryState>> = {
  'first-start': () => ({ view: sampleView({ workers: [] }) }),
  'add-worker': pasting,
  'add-worker-machine': pasting,
  overview: someDays,
  finder: someDays,
  question: (now) => {
    const { view, answers } = someDays(now);
    return { view: { ...view, question: QUESTION }, ...(answers && { answers }) };
  },
  removing: someDays,
  'overview-german': (now) => ({
    view: {
      ...withStatuses(now, everyStatus(now), 'de'),
      language: 'de',
    },
    answers: sampleDays(now),
  }),
  'overview-empty': () => ({ view: sampleView({ workers: [] }) }),
  'overview-states': (now) => ({
    view: withStatuses(now, everyStatus(now)),
    answers: sampleDays(now),
  }),
  builds: someDays,
  'builds-none-found': someDays,
  'builds-empty': () => ({ view: sampleView() }),
  hostinfo: (now) => ({ view: sampleView(), answers: sampleDays(now) }),
  log: (now) => ({ view: sampleView(), answers: sampleDays(now) }),
  'log-empty': () => ({ view: sampleView() }),
  rotation: (now) => ({ view: sampleView(), answers: sampleDays(now) }),
  repair: (now) => ({
    view: withStatuses(now, [refused('ada-laptop', now)]),
    answers: sampleDays(now),
  }),
  settings: () => ({ view: sampleView() }),
  'settings-unsaved': () => ({ view: sampleView() }),
  'settings-all': () => ({ view: sampleView() }),
  'settings-french': () => ({ view: sampleView({ language: 'fr' }) }),
  preferences: () => ({ view: sampleView() }),
  notifications: () => ({ view: sampleView() }),
  diagnostics: () => ({
    view: sampleView(),
    answers: { preferences: { diagnose: () => REPORT } },
  }),
  rehearsal: (now) => ({
    view: sampleView({ workers: [] }),
    answers: {
      rehearsal: {
        snapshot: () => failingRehearsal(now),
        recentOutput: () => [
          { step: FAILING_STEP, stream: 'header', text: 'sh style.sh\n' },
          {
            step: FAILING_STEP,
            stream: 'stdout',
            text: 'Looking for lines of more than 72 characters\nnotes.txt:3: 94 characters\n',
          },
        ],
      },
    },
  }),
};

/** With the administrator's mail on the clipboard. */
function pasting(): GalleryState {
  return {
    view: sampleView(),
    answers: {
      addWorker: {
        clipboardText: () => 'Host: ci.example.org\nPort: 9989\nName: ada-laptop\nPassword: secret',
      },
    },
  };
}

/** A worker that builds, after some days. */
function someDays(now: number): GalleryState {
  return { view: withStatuses(now, [building(now)]), answers: sampleDays(now) };
}

function withStatuses(
  now: number,
  statuses: readonly WorkerStatus[],
  language: Language = 'en',
): AppView {
  const workers = statuses.map((status, at) =>
    sampleWorker({
      id: `w${at + 1}`,
      workerName: at === 0 ? 'ada-laptop' : `ada-server-${at}`,
      status,
      sentence: statusSentence(status, PEER, now, textsIn(language)),
    }),
  );
  return sampleView({ workers });
}

function building(now: number): WorkerStatus {
  const command = { commandId: 'c1', builderName: 'linux-gcc', name: 'shell' };
  const startedAt = now - 2 * MINUTE;
  const commands = [{ ...command, summary: 'sh build.sh', startedAt }];
  return { kind: 'building', builders: ['linux-gcc'], commands };
}

function refused(workerName: string, now: number): WorkerStatus {
  const wrong = problem('session.wrongLogin', { peer: PEER, workerName });
  return {
    kind: 'error',
    problem: { kind: 'wrong-password', problem: wrong },
    retryAt: now + MINUTE,
  };
}

function everyStatus(now: number): readonly WorkerStatus[] {
  return [
    { kind: 'idle', builders: ['linux-gcc', 'docs'] },
    { kind: 'connecting', attempt: 1, retryAt: undefined, problem: undefined },
    { ...building(now), kind: 'draining', purpose: 'pause', since: now - MINUTE } as WorkerStatus,
    { kind: 'paused', until: now + 60 * MINUTE },
    { kind: 'stopped', why: undefined },
    { kind: 'idle', builders: ['mac'] },
    refused('ada-server-6', now),
  ];
}

/** In the middle of the step that is meant to fail. */
function failingRehearsal(now: number): RehearsalView {
  const at = REHEARSAL_NOT_STARTED.steps.findIndex(({ name }) => name === FAILING_STEP);
  const steps = REHEARSAL_NOT_STARTED.steps.map((step, nth) => {
    const startedAt = now - (at - nth) * 2_000 - 1_000;
    if (nth > at) return step;
    if (nth === at) return { ...step, startedAt };
    return { ...step, startedAt, endedAt: startedAt + 1_400, result: 'success' as const };
  });
  return {
    state: { kind: 'building', step: FAILING_STEP },
    steps,
    workerStatus: { kind: 'building', builders: ['sample'], commands: [] },
  };
}
