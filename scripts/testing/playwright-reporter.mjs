// Playwright's part of the closing summary: counts, and the skipped tests with their reasons.
import { writeReport } from './report.mjs';

// biome-ignore lint/style/noDefaultExport: Playwright loads a reporter by its default export
export default class SummaryReporter {
  /** @type {import('@playwright/test/reporter').Suite | undefined} */
  #suite;
  #errors = 0;

  /**
   * @param {import('@playwright/test/reporter').FullConfig} _config
   * @param {import('@playwright/test/reporter').Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite;
  }

  onError() {
    this.#errors += 1;
  }

  onEnd() {
    /** @type {{ passed: number, failed: number, skipped: import('./report.mjs').SkippedTest[], secondTry: string[] }} */
    const report = { passed: 0, failed: this.#errors, skipped: [], secondTry: [] };
    for (const test of this.#suite?.allTests() ?? []) {
      const skip = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
      if (test.outcome() === 'expected') report.passed += 1;
      else if (test.outcome() === 'skipped' && skip)
        report.skipped.push({
          name: test.titlePath().filter(Boolean).join(' › '),
          reason: skip.description,
        });
      else report.failed += 1; // failed, flaky, or never run because something before it failed
    }
    writeReport(report);
  }

  printsToStdio() {
    return false;
  }
}
