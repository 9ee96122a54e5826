import fs from 'node:fs';
import path from 'node:path';
import { historyPathOf } from '../../../main/history/history-path-of.ts';

const OUTCOMES = ['ok', 'ok', 'errors', 'ok', 'ok', 'interrupted', 'ok', 'lost', 'ok'] as const;
const COMMANDS = [
  'git clone --depth 1 https://ci.example.org/project.git .',
  './configure',
  'make -j8 all',
  'make check',
];
/** The builders of the samples. */
export const BUILDERS = ['linux-gcc', 'linux-clang', 'docs', 'nightly-full'] as const;

/** Writes what a worker of the last day and a half would have built, 160 builds, into its history. */
export function writeSampleHistory(home: string, basedir: string, now = Date.now()): void {
  const lines = Array.from({ length: 160 }, (_line, at) => {
    const build = sampleBuild(at, now - (160 - at) * 11 * 60_000);
    return `${JSON.stringify({ version: 1, build })}\n`;
  });
  const file = historyFileOf(home, basedir);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, lines.join(''));
}

/** Where the app of a home keeps what a worker has built. */
export function historyFileOf(home: string, basedir: string): string {
  return historyPathOf(basedir, { XDG_STATE_HOME: path.join(home, '.local/state') });
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
