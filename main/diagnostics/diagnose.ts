import { homedir, userInfo } from 'node:os';
import { resolve } from 'node:path';
import type { Host } from '../control/control-status.ts';
import { messageOf } from '../lib/message-of.ts';
import { resultWithin } from '../system/result-within.ts';
import { diagnostics as words } from '../texts/en/diagnostics.ts';
import { checksSection } from './checks-section.ts';
import { logSection } from './log-section.ts';
import { redactionOf } from './redaction-of.ts';
import { reportFrom, type Section } from './report-from.ts';
import { runningWorkerIn } from './running-worker.ts';
import { secretsIn, secretsOfEnvironment } from './secrets-in.ts';
import { settingsSection } from './settings-section.ts';
import { stateSections, timeText } from './state-sections.ts';
import { systemSection } from './system-section.ts';

export interface DiagnoseOptions {
  readonly face: Host;
  /** The workers' directories. */
  readonly dirs: readonly string[];
  /** What is secret and in none of the directories, such as a password of the keyring. */
  readonly secrets?: readonly string[];
  /** The app's own preferences; undefined without an app. */
  readonly preferences?: Readonly<Record<string, unknown>>;
  /** How long whatever hangs may hold up the report. */
  readonly patienceMs?: number;
}

type Redact = (text: string) => string;

const PATIENCE_MS = 20_000;

/**
 * A report for those who help: versions, state, settings, checks and the end of the log of each worker, in
 * Markdown, without secrets. What cannot be found out, or not in time, is named instead.
 */
export async function diagnose(options: DiagnoseOptions): Promise<string> {
  const { face, secrets = [], preferences, patienceMs = PATIENCE_MS } = options;
  const dirs = options.dirs.map((dir) => resolve(dir));
  const theirs = await Promise.all(dirs.map((dir) => resultWithin(secretsIn(dir), patienceMs, [])));
  const known = [...secrets, ...theirs.flat(), ...secretsOfEnvironment(process.env)];
  const redact = redactionOf({ secrets: known, home: homedir(), userName: userName() });
  const workers = dirs.map((dir) => workerSections(dir, redact, patienceMs));
  const sections = [
    await systemSection(redact),
    ...(preferences === undefined ? [] : [preferencesSection(preferences)]),
    ...(await Promise.all(workers)).flat(),
  ];
  const head = [`# ${words.title}`, words.madeBy(timeText(Date.now()), words.faces[face])];
  const empty = dirs.length === 0 ? [words.noWorker] : [];
  return [...head, words.about, ...empty, reportFrom(sections)].join('\n\n');
}

/** Each part by itself: one that hangs holds up none of the others. */
async function workerSections(
  dir: string,
  redact: Redact,
  patienceMs: number,
): Promise<readonly Section[]> {
  const late = words.late(patienceMs / 1_000);
  const signal = AbortSignal.timeout(patienceMs);
  const instead =
    (title: string) =>
    (text: string): Section => ({
      title,
      isInner: true,
      lines: [text],
    });
  const within = async (title: string, work: Promise<Section>): Promise<Section> => {
    const named = instead(title);
    const done = work.catch((error: unknown) => named(words.failed(messageOf(error))));
    return resultWithin(done, patienceMs + GRACE_MS, named(late));
  };
  const running = resultWithin(runningWorkerIn(dir), patienceMs / 2, undefined);
  const parts = await Promise.all([
    within(words.settings, settingsSection(dir)),
    within(
      words.checks,
      running.then((found) => checksSection(dir, found, signal, late)),
    ),
  ]);
  const log = await within(words.noLog, logSection(dir, redact));
  const states = stateSections(await running, late, Date.now());
  const facts = [...states, ...parts].map((section) => ({
    ...section,
    lines: section.lines.map(redact),
  }));
  return [{ title: words.worker(redact(dir)), lines: [] }, ...facts, log];
}

/** A check that was aborted reports what was found until then. */
const GRACE_MS = 1_000;

function preferencesSection(preferences: Readonly<Record<string, unknown>>): Section {
  const lines = Object.entries(preferences).map(([name, value]) =>
    words.setting(name, JSON.stringify(value)),
  );
  return { title: words.appPreferences, lines };
}

/** A user without an entry in the system's list has no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
