// Vitest's part of the closing summary: counts, the skipped tests with their reasons, and those that failed once.
import { writeReport } from './report.mjs';

// biome-ignore lint/style/noDefaultExport: Vitest loads a reporter by its default export
export default class SummaryReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const report = { passed: 0, failed: unhandledErrors.length, skipped: [], secondTry: [] };
    for (const module of modules) addModule(report, module);
    writeReport(report);
  }
}

/**
 * @param {{ passed: number, failed: number, skipped: import('./report.mjs').SkippedTest[], secondTry: string[] }} report
 * @param {import('vitest/node').TestModule} module
 */
function addModule(report, module) {
  // A file that cannot be loaded, or a hook that throws, fails without a failed test.
  const suites = [module, ...module.children.allSuites()];
  report.failed += suites.filter((suite) => suite.errors().length > 0).length;
  for (const test of module.children.allTests()) {
    const result = test.result();
    const name = `${module.relativeModuleId} › ${test.fullName}`;
    if (test.diagnostic()?.flaky) report.secondTry.push(`${name}: ${firstErrorOf(result)}`);
    if (result.state === 'passed') report.passed += 1;
    else if (result.state === 'skipped')
      report.skipped.push({ name, reason: result.note ?? test.meta().skipReason });
    else report.failed += 1; // failed, or cut off in the middle
  }
}

/**
 * Why the first try failed, in one line.
 *
 * @param {import('vitest/node').TestResult} result
 */
function firstErrorOf({ errors }) {
  return (errors?.[0]?.message ?? '').split('\n', 1)[0]?.slice(0, 300);
}
