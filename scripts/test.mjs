// npm test [-- PART...] [--no-system-packages]: brings what is missing, builds, runs every test, and ends with one line:
// `N passed, N failed, N skipped`.
import './setup/require-node.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from './build/build.mjs';
import { outputDirFor, unpackedDirOn } from './build/builder-args.mjs';
import { electronEnv } from './setup/electron-runtime.mjs';
import { ensureReady } from './setup/ensure-ready.mjs';
import { projectDir } from './setup/places.mjs';
import { SetupProblem } from './setup/run.mjs';
import { runCommand } from './setup/run-command.mjs';
import { scriptOptions } from './setup/script-options.mjs';
import { needsOf, PARTS, partsNamed } from './testing/parts.mjs';
import {
  exitStatus,
  forbiddenSkips,
  hasTooManySecondTries,
  MOST_SECOND_TRIES,
  mergedReport,
  REPORT_VARIABLE,
  reportOf,
  secondTries,
  silentSkips,
  summaryLine,
} from './testing/report.mjs';
import { onOwnScreen, runStep } from './testing/run-step.mjs';

await runCommand(async () => {
  const { systemPackages, args } = scriptOptions(process.argv.slice(2));
  const { parts, unknown } = partsNamed(args);
  if (unknown.length > 0) throw new SetupProblem(unknownParts(unknown));
  const env = testEnv(ensureReady({ ...needsOf(parts), systemPackages }));
  if (parts.some(({ needsBuild }) => needsBuild)) build();
  const templates = fs.mkdtempSync(path.join(os.tmpdir(), 'buildtray-masters-'));
  try {
    return summarize(await runParts(parts, { ...env, BUILDTRAY_MASTER_TEMPLATES: templates }));
  } finally {
    fs.rmSync(templates, { recursive: true, force: true });
  }
});

/**
 * @param {readonly import('./testing/parts.mjs').Part[]} parts
 * @param {Record<string, string | undefined>} env
 */
async function runParts(parts, env) {
  const results = [];
  for (const part of parts)
    results.push({ part: part.name, maySkip: part.maySkip, report: await runPart(part, env) });
  return results;
}

/** @param {readonly string[]} unknown */
function unknownParts(unknown) {
  const list = PARTS.map(({ name, about }) => `    ${name.padEnd(12)} ${about}`).join('\n');
  return `there is no part named ${unknown.join(' or ')}; there are:\n\n${list}\n`;
}

/** @param {ReturnType<typeof ensureReady>} ready */
function testEnv({ electron, interopVenv }) {
  return {
    ...process.env,
    ...(electron && electronEnv(electron)),
    ...(interopVenv && { BUILDTRAY_INTEROP_VENV: interopVenv }),
    BUILDTRAY_PACKAGED_APP: path.join(projectDir, outputDirFor(true), unpackedDirOn()),
  };
}

/**
 * @param {import('./testing/parts.mjs').Part} part
 * @param {Record<string, string | undefined>} env
 */
async function runPart({ name, about, steps }, env) {
  console.log(`\n── ${name}: ${about}`);
  const reports = [];
  for (const step of steps()) {
    const report = await runShares(step, env);
    reports.push(report);
    if (report.failed > 0) break;
  }
  return mergedReport(reports);
}

/**
 * @param {import('./testing/parts.mjs').Step} step
 * @param {Record<string, string | undefined>} env
 */
async function runShares({ args, onScreen, shards = [[]], lanes = 1 }, env) {
  const waiting = [...shards];
  const runLane = async (/** @type {number} */ lane) => {
    const reports = [];
    for (let shard = waiting.shift(); shard; shard = waiting.shift()) {
      const command = [process.execPath, ...args, ...shard];
      reports.push(await runReported(onScreen ? onOwnScreen(command, lane) : command, env));
    }
    return mergedReport(reports);
  };
  return mergedReport(await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(lane))));
}

/**
 * @param {readonly string[]} command
 * @param {Record<string, string | undefined>} env
 */
async function runReported(command, env) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'buildtray-test-'));
  const reportPath = path.join(dir, 'report.json');
  try {
    const endedWell = await runStep(command, { ...env, [REPORT_VARIABLE]: reportPath });
    const written = fs.existsSync(reportPath) && JSON.parse(fs.readFileSync(reportPath, 'utf8'));
    return reportOf(written || undefined, endedWell);
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/**
 * @param {readonly { report: import('./testing/report.mjs').Report }[]} results
 * @param {boolean} ci
 */
function showSecondTries(results, ci) {
  const names = secondTries(results);
  if (names.length === 0) return;
  console.log(`passed at the second try, ${MOST_SECOND_TRIES} at most in CI: ${names.length}`);
  for (const name of names) console.log(`    ${name}`);
  if (ci && hasTooManySecondTries(results))
    console.log('In CI so many second tries fail the run: find out why they failed at first.');
}

/** @param {{ part: string, maySkip: boolean, report: import('./testing/report.mjs').Report }[]} results */
function summarize(results) {
  const ci = process.env.CI === 'true';
  console.log('');
  for (const { part, report } of results) {
    console.log(`${part.padEnd(12)} ${summaryLine([report])}`);
    for (const { name, reason } of report.skipped)
      if (reason) console.log(`    skipped: ${name}: ${reason}`);
  }
  showSecondTries(results, ci);
  for (const name of silentSkips(results))
    console.log(`A skipped test has to give its reason, see test/support/only-on.ts: ${name}`);
  if (ci)
    for (const { part } of forbiddenSkips(results))
      console.log(`In CI no test of the ${part} part may be skipped: see the reasons above.`);
  console.log(summaryLine(results.map(({ report }) => report)));
  return exitStatus(results, ci);
}
