import fs from 'node:fs';
import path from 'node:path';
import { historyPathOf, outputDirOf } from '../../../main/history/history-path-of.ts';

const OUTCOMES = ['ok', 'ok', 'errors', 'ok', 'ok', 'interrupted', 'ok', 'lost', 'ok'] as const;
const COMMANDS = [
  'git clone --depth 1 https://ci.example.org/project.git .',
  './configure',
  'make -j8 all',
  'make check',
];
/** The builders of the samples. */
export const BUILDERS = ['linux-gcc', 'linux-clang', 'docs', 'nightly-full'] as const;

/** Of what failed. */
const PRINTED = [
  'make  check-am',
  ...Array.from({ length: 120 }, (_line, at) => `PASS: tests/test-${at + 1}`),
  'gcc -O2 -Wall -Werror -c -o tests/parse.o tests/parse.c',
  "tests/parse.c:88:17: \u001b[1;31merror: \u001b[0mimplicit declaration of function 'parse_line'",
  '   88 |   struct line *l = parse_line(text, &rest);',
  'make[1]: *** [Makefile:214: tests/parse.o] Error 1',
  'make: *** [Makefile:97: check] Error 2',
].join('\n');

/**
 * Writes what a worker of the last day and a half would have built, 160 builds, into its history, and what
 * was printed where a command failed.
 */
export function writeSampleHistory(home: string, basedir: string, now = Date.now()): void {
  const builds = Array.from({ length: 160 }, (_build, at) =>
    sampleBuild(at, now - (160 - at) * 11 * 60_000),
  );
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

function sampleBuild(at: number, startedAt: number) {
  const builderName = BUILDERS[(at * 7) % 4] ?? 'docs';
  const outcome = OUTCOMES[(at * 5) % 9] ?? 'ok';
  const ms = (3 + ((at * 13) % 9)) * 60_000;
  const isBad = outcome === 'errors';
  const commands = COMMANDS.map((summary, place) => {
    const isFailure = isBad && place === COMMANDS.length - 1;
    return {
      commandId: String(place),
      name: 'shell',
      summary,
      argv: summary.split(' '),
      workdir: `/home/ada/buildtray/${builderName}/build`,
      startedAt: startedAt + (place * ms) / COMMANDS.length,
      durationMs: ms / COMMANDS.length,
      outputBytes: 12_345 * (place + 1),
      end: { kind: 'exited', rc: isFailure ? 2 : 0 },
      isFailure,
      ...(isFailure && { isOutputKept: true }),
    };
  });
  return {
    id: `b${at}`,
    builderName,
    startedAt,
    endedAt: startedAt + ms,
    outcome,
    commandCount: 4,
    failedCount: isBad ? 1 : 0,
    outputBytes: 123_450,
    commands,
  };
}
