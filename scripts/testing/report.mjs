// What a test runner reports of its run, and how several such reports become one line.
import fs from 'node:fs';

/**
 * @typedef {{ name: string, reason: string | undefined }} SkippedTest one without a reason fails the run
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
 * A part's report, made honest: a runner that failed without a failed test (it crashed, found
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

/**
 * What the shares of one step report, as one report.
 *
 * @param {readonly Report[]} reports
 * @returns {Report}
 */
export function mergedReport(reports) {
  return {
    passed: reports.reduce((sum, { passed }) => sum + passed, 0),
    failed: reports.reduce((sum, { failed }) => sum + failed, 0),
    skipped: reports.flatMap(({ skipped }) => skipped),
    secondTry: reports.flatMap(({ secondTry }) => secondTry),
  };
}

/** @param {readonly Report[]} reports */
export function summaryLine(reports) {
  const { passed, failed, skipped } = mergedReport(reports);
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
}

/**
 * How many tests may pass at their second try in CI. Two workers and a master race on machines that
 * may be busy, so that one may fail once; more of them mean that something is wrong.
 */
export const MOST_SECOND_TRIES = 2;

/**
 * @param {readonly { part: string, maySkip: boolean, report: Report }[]} results
 * @param {boolean} ci in CI a part that needs a real counterpart may not skip a test unnoticed, and
 *   few tests may pass at the second try only
 */
export function exitStatus(results, ci) {
  if (results.some(({ report }) => report.failed > 0) || silentSkips(results).length > 0) return 1;
  return ci && (forbiddenSkips(results).length > 0 || hasTooManySecondTries(results)) ? 1 : 0;
}

/** @param {readonly { report: Report }[]} results */
export function hasTooManySecondTries(results) {
  return secondTries(results).length > MOST_SECOND_TRIES;
}

/**
 * The names of the tests that passed at the second try.
 *
 * @param {readonly { report: Report }[]} results
 */
export function secondTries(results) {
  return results.flatMap(({ report }) => report.secondTry);
}

/**
 * The names of the tests that were skipped and give no reason.
 *
 * @param {readonly { report: Report }[]} results
 */
export function silentSkips(results) {
  return results.flatMap(({ report }) =>
    report.skipped.filter(({ reason }) => !reason).map(({ name }) => name),
  );
}

/** @param {readonly { part: string, maySkip: boolean, report: Report }[]} results */
export function forbiddenSkips(results) {
  return results.filter(({ maySkip, report }) => !maySkip && report.skipped.length > 0);
}
