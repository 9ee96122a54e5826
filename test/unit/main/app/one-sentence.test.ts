import { describe, expect, it } from 'vitest';
import { appViewFrom } from '../../../../main/app/app-view.ts';
import { statusLines } from '../../../../main/cli/running-worker/status-lines.ts';
import { LANGUAGES, type Language } from '../../../../main/contract/language.ts';
import { problem } from '../../../../main/contract/problem.ts';
import {
  connectionProblemKindSchema,
  type WorkerStatus,
} from '../../../../main/contract/worker/worker-status.ts';
import { wordsIn } from '../../../../main/texts/words.ts';
import { menuFrom, tooltipFrom } from '../../../../main/tray/menu-from.ts';
import { SAMPLE_PREFERENCES } from '../../../support/sample-preferences.ts';

const NOW = 1_700_000_000_000;
const WHY = problem('session.fellSilent', { seconds: 60 });
const COMMAND = {
  commandId: '1',
  builderName: 'linux',
  name: 'shell',
  summary: 'make',
  startedAt: NOW,
};
const DRAIN = { kind: 'draining', since: NOW, builders: ['linux'], commands: [COMMAND] } as const;

const STATUSES: readonly WorkerStatus[] = [
  { kind: 'stopped', why: undefined },
  { kind: 'stopped', why: WHY },
  { kind: 'connecting', attempt: 1, retryAt: undefined, problem: undefined },
  ...connectionProblemKindSchema.options.flatMap((kind): WorkerStatus[] => [
    { kind: 'connecting', attempt: 2, retryAt: NOW + 9_000, problem: { kind, problem: WHY } },
    { kind: 'error', problem: { kind, problem: WHY }, retryAt: undefined },
  ]),
  { kind: 'idle', builders: ['linux'] },
  { kind: 'building', builders: ['linux', 'docs'], commands: [COMMAND] },
  { ...DRAIN, purpose: 'pause' },
  { ...DRAIN, purpose: 'shut-down', isByUs: true },
  { ...DRAIN, purpose: 'quit', builders: [], commands: [] },
  { kind: 'paused', until: 'resumed' },
  { kind: 'paused', until: NOW + 3_600_000 },
];
const MASTERS = ['ci.example.org:9989', 'tcp:ci.example.org:9989', '[::1]:9989', '/run/master'];

/** The head of a worker's page in the window, and the worker as the tray gets it. */
function inWindow(status: WorkerStatus, master: string, language: Language) {
  const about = {
    version: '1',
    developmentRuntime: undefined,
    language,
    preferences: { ...SAMPLE_PREFERENCES, language },
    hasTray: true,
    showsTrayNotice: false,
    rehearsal: undefined,
  };
  const passwordPlace = { kind: 'keyring', keyring: 'gnome' } as const;
  const hosted = { id: 'a', name: 'w', master, basedir: '/w', status, passwordPlace };
  return appViewFrom(
    about,
    [{ ...hosted, leftRunning: [], worker: undefined }],
    NOW,
    wordsIn(language).app,
  );
}

describe.each(LANGUAGES)('in the language %s', (language) => {
  const words = wordsIn(language);

  it.each(MASTERS)('tray, window and command line say the same of a worker of %s', (master) => {
    for (const status of STATUSES) {
      const view = inWindow(status, master, language);
      const { sentence } = view.workers[0]!;
      expect(sentence).not.toBe('');
      const inTray = words.app.tray.ofApp(sentence);
      expect(tooltipFrom(view, words.app)).toBe(inTray);
      expect(menuFrom(view, words.app)[0]).toMatchObject({ kind: 'text', label: inTray });
      const found = { version: '1', pid: 7, host: 'tray', startedAt: NOW, basedir: '/w' } as const;
      const printed = statusLines(
        { ...found, workerName: 'w', master, protocol: 'pb', logPath: '/w/log', status },
        NOW,
        words,
      );
      const state = printed[1]!;
      expect(state.startsWith(words.cli.verbs.status.rows.state)).toBe(true);
      expect(state.endsWith(`  ${sentence}`)).toBe(true);
    }
  });
});
