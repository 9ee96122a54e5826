import fs from 'node:fs';
import path from 'node:path';
import { historyPathOf, outputDirOf } from '../../../main/history/history-path-of.ts';
import { PRINTED, sampleBuilds } from '../../support/sample-builds.ts';

/**
 * Writes what a worker of the last day and a half would have built, 160 builds, into its history, and what
 * was printed where a command failed.
 */
export function writeSampleHistory(home: string, basedir: string, now = Date.now()): void {
  const builds = sampleBuilds(now);
  const file = historyFileOf(home, basedir);
  writeLines(
    file,
    builds.map((build) => ({ version: 1, build })),
  );
  const dir = outputDirIn(home);
  for (const { id, commands } of builds) {
    const kept = commands.filter((command) => command.isOutputKept);
    if (kept.length > 0) writeLines(path.join(dir, `${id}.jsonl`), kept.map(printedBy));
  }
}

function printedBy({ commandId }: { readonly commandId: string }) {
  const pieces = [{ stream: 'stdout', text: `${PRINTED}\n` }];
  return { version: 1, commandId, pieces, isCut: false };
}

function writeLines(file: string, values: readonly object[]): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}

/** Where the app of a home keeps what a worker has built. */
export function historyFileOf(home: string, basedir: string): string {
  return historyPathOf(basedir, stateOf(home));
}

/** Where the app of a home keeps what commands printed. */
export function outputDirIn(home: string): string {
  return outputDirOf(stateOf(home));
}

function stateOf(home: string) {
  return { XDG_STATE_HOME: path.join(home, '.local/state') };
}
