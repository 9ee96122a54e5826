import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatHistoryLine } from '../../main/history/history-line.ts';
import { historyPathOf } from '../../main/history/history-path-of.ts';
import type { DesktopHome } from './desktop-app.ts';

const BUILDERS = ['linux-gcc', 'linux-clang', 'docs', 'nightly-full', 'windows', 'macos'] as const;
const COMMANDS = ['git fetch', './configure --with-everything', 'make -j8 all', 'make check'];
const OUTCOMES = ['ok', 'ok', 'ok', 'errors', 'ok', 'interrupted', 'ok', 'lost'] as const;
const BUILD_EVERY_MS = 5 * 60_000;
const COMMAND_MS = 45_000;

/** Writes so many builds of four commands, one every five minutes, as what the worker of a home has built. */
export function writeLongHistory({ workerDir, stateDir }: DesktopHome, builds: number): void {
  const path = historyPathOf(workerDir, { XDG_STATE_HOME: stateDir });
  const now = Date.now();
  const lines = Array.from({ length: builds }, (_line, at) =>
    buildLine(at, now - (builds - at) * BUILD_EVERY_MS),
  );
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.join(''));
}

function buildLine(at: number, startedAt: number): string {
  const builderName = BUILDERS[at % BUILDERS.length] ?? 'linux-gcc';
  return formatHistoryLine({
    id: `build-${at}`,
    builderName,
    startedAt,
    endedAt: startedAt + COMMANDS.length * COMMAND_MS,
    outcome: OUTCOMES[(at * 5) % OUTCOMES.length] ?? 'ok',
    commandCount: COMMANDS.length,
    failedCount: 0,
    outputBytes: 49_380,
    commands: COMMANDS.map((summary, place) => ({
      commandId: `${place}`,
      name: 'shell',
      summary,
      argv: summary.split(' '),
      workdir: `/home/ada/worker/${builderName}/build`,
      startedAt: startedAt + place * COMMAND_MS,
      durationMs: COMMAND_MS,
      outputBytes: 12_345,
      end: { kind: 'exited', rc: 0 },
      isFailure: false,
    })),
  });
}
