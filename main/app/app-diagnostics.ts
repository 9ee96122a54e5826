import { type Problem, problem } from '../contract/problem.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { HostedWorker } from '../hosting/hosted-worker.ts';
import { secretsOf } from '../launch/secrets-of.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import { fileReasonOf } from '../system/file-reason.ts';
import { replaceFile } from '../system/writing/replace-file.ts';

type ReportedWorker = Pick<HostedWorker, 'id' | 'basedir' | 'config'>;

export interface AppDiagnosticsDelegate {
  readonly workers: () => readonly ReportedWorker[];
  readonly preferences: () => Readonly<Record<string, unknown>>;
  /** A file of the user's choice; undefined when dismissed. */
  readonly askWhereToSave: (suggestedName: string) => Promise<string | undefined>;
}

/** The app's reports for those who help: what is saved is what was shown. */
export class AppDiagnostics {
  readonly #delegate: AppDiagnosticsDelegate;
  #shown = '';

  constructor(delegate: AppDiagnosticsDelegate) {
    this.#delegate = delegate;
  }

  /** A report of one worker, or of all. */
  async make(workerId: string | undefined): Promise<string> {
    const { workers, preferences } = this.#delegate;
    const all = workers();
    const reported = all.filter(({ id }) => workerId === undefined || id === workerId);
    this.#shown = await diagnose({
      face: 'tray',
      dirs: reported.map(({ basedir }) => basedir),
      // A password of the keyring is in no file.
      secrets: all.flatMap(({ config }) => (config === undefined ? [] : secretsOf(config, {}))),
      preferences: preferences(),
    });
    return this.#shown;
  }

  /** Writes the report that was made last; false when dismissed. Errors: why it cannot be written. */
  async save(): Promise<Outcome<boolean, Problem>> {
    const report = this.#shown;
    const path = await this.#delegate.askWhereToSave(filenameAt(new Date()));
    if (path === undefined) return succeeded(false);
    try {
      await replaceFile(path, report);
      return succeeded(true);
    } catch (error) {
      return failed(problem('files.cannotWrite', { path, reason: fileReasonOf(error) }));
    }
  }
}

/** Such as `buildtray-diagnostics-2026-11-28.md`. */
function filenameAt(date: Date): string {
  return `buildtray-diagnostics-${date.toISOString().slice(0, 10)}.md`;
}
