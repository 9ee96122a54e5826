// What a test runner says of its run, and how several such reports become one line.
import fs from 'node:fs';

/**
 * @typedef {{ name: string, reason: string | undefined }} SkippedTest
 * @typedef {{ passed: number, failed: number, skipped: readonly SkippedTest[], secondTry: readonly string[] }} Report
 *   `secondTry`: names of those among the passed that failed at first
 */

/** Names the file that a runner's reporter writes to. */
export const REPORT_VARIABLE = 'BUILDTRAY_TEST_REPORT';

/** @param {Report} report */
export function writeReport(report) {
  const file = process.env[REPORT_VARIABLE];
  if (file) fs.writeFileSync(file, JSON.stringify(report));
}

/**
 * A part's report, made honest: a runner that ended badly without a failed test (it crashed, found
 * no test, was ended for taking too long) counts as one failure.
 *
 * @param {Report | undefined} written what the runner left, if anything
 * @param {boolean} endedWell
 * @returns {Report}
 */
export function reportOf(written, endedWell) {
  const report = written ?? { passed: 0, failed: 0, skipped: [], secondTry: [] };
  return endedWell || report.failed > 0 ? report : { ...report, failed: 1 };
}

/** @param {readonly Report[]} reports */
export function summaryLine(reports) {
  const sum = (/** @type {(report: Report) => number} */ pick) =>
    reports.reduce((total, report) => total + pick(report), 0);
  const passed = sum((report) => report.passed);
  const failed = sum((report) => report.failed);
  const skipped = sum((report) => report.skipped.length);
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * @param {readonly { part: string, maySkip: boolean, report: Report }[]} results
 * @param {boolean} ci in CI a part that needs a real counterpart may not skip a test unnoticed
 */
export function exitStatus(results, ci) {
  const failed = results.some(({ report }) => report.failed > 0);
  return failed || (ci && forbiddenSkips(results).length > 0) ? 1 : 0;
}

/** @param {readonly { part: string, maySkip: boolean, report: Report }[]} results */
export function forbiddenSkips(results) {
  return results.filter(({ maySkip, report }) => !maySkip && report.skipped.length > 0);
}
