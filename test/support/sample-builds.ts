import type { BuildDetails, CommandRecord } from '../../main/contract/builds/build-history.ts';

const OUTCOMES = ['ok', 'ok', 'errors', 'ok', 'ok', 'interrupted', 'ok', 'lost', 'ok'] as const;
const COMMANDS = [
  'git clone --depth 1 https://ci.example.org/project.git .',
  './configure',
  'make -j8 all',
  'make check',
];
/** The builders of the samples. */
export const BUILDERS = ['linux-gcc', 'linux-clang', 'docs', 'nightly-full'] as const;

/** By a command that failed. */
export const PRINTED = [
  'make  check-am',
  ...Array.from({ length: 120 }, (_line, at) => `PASS: tests/test-${at + 1}`),
  'gcc -O2 -Wall -Werror -c -o tests/parse.o tests/parse.c',
  "tests/parse.c:88:17: \u001b[1;31merror: \u001b[0mimplicit declaration of function 'parse_line'",
  '   88 |   struct line *l = parse_line(text, &rest);',
  'make[1]: *** [Makefile:214: tests/parse.o] Error 1',
  'make: *** [Makefile:97: check] Error 2',
].join('\n');

/** What a worker of the last day and a half would have built, oldest first. */
export function sampleBuilds(now: number): readonly BuildDetails[] {
  return Array.from({ length: 160 }, (_build, at) =>
    sampleBuild(at, now - (160 - at) * 11 * 60_000),
  );
}

function sampleBuild(at: number, startedAt: number): BuildDetails {
  const builderName = BUILDERS[(at * 7) % 4] ?? 'docs';
  const outcome = OUTCOMES[(at * 5) % 9] ?? 'ok';
  const ms = (3 + ((at * 13) % 9)) * 60_000;
  const isBad = outcome === 'errors';
  const commands = COMMANDS.map((summary, place): CommandRecord => {
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
      ...(isFailure && { isOutputKept: true as const }),
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
