import type { BuildDetails } from '../../../main/contract/builds/build-history.ts';
import type { LogRow } from '../../../main/contract/log/log-rows.ts';
import { durationsFrom } from '../../../main/history/durations-from.ts';
import { estimateFrom } from '../../../main/history/estimate-from.ts';
import { timelineFrom } from '../../../main/history/timeline-from.ts';
import { BUILDERS, PRINTED, sampleBuilds } from '../../support/sample-builds.ts';
import type { Answers } from '../support/fake-main.ts';

const MINUTE = 60_000;

/** What a worker of some days answers: its builds, what they printed, its log. */
export function sampleDays(now: number): Answers {
  const builds = [...sampleBuilds(now), runningBuild(now)].reverse();
  const log = sampleLog(now);
  const extent = {
    generation: 1,
    firstLine: 0,
    rows: {
      info: log.length,
      warn: log.filter(({ level }) => level !== 'info').length,
      error: log.filter(({ level }) => level === 'error').length,
    },
    countedBytes: 27_200,
    totalBytes: 27_200,
    files: 2,
    isCounted: true,
  };
  return {
    builds: {
      find: ({ offset, limit, text }) => ({
        builds: builds.slice(offset, offset + limit),
        offset,
        count: text === '' ? builds.length : 0,
        builderNames: [...BUILDERS].sort(),
        kept: builds.length,
      }),
      timeline: ({ span }) => timelineFrom(builds, span, now),
      durations: ({ of }) => durationsFrom(builds, of),
      details: ({ buildId }) => builds.find(({ id }) => id === buildId),
      output: () => ({ pieces: [{ stream: 'stdout', text: `${PRINTED}\n` }], isCut: false }),
      estimates: () =>
        builds
          .filter(({ outcome }) => outcome === 'running')
          .map(({ builderName, startedAt }) => ({
            builderName,
            startedAt,
            estimate: estimateFrom(builds, builderName, now - startedAt),
          })),
    },
    overview: {
      today: () => ({
        builds: 81,
        buildMs: 562 * MINUTE,
        processors: 8,
        busyShare: 0.85,
        freeBytes: 71_200_000_000,
      }),
      recentOutput: () => [
        { commandId: 'c1', builderName: 'linux-gcc', stream: 'stdout', text: COMPILING },
      ],
    },
    log: {
      open: () => ({ ok: true, value: { tail: log.slice(-100), extent } }),
      slice: ({ filter, firstRow, count }) => ({
        generation: 1,
        filter,
        firstRow,
        rows: log.slice(firstRow, firstRow + count),
      }),
    },
    hostinfo: {
      load: () => ({
        infoDir: '/home/ada/buildtray/info',
        files: [
          { name: 'admin', text: 'Ada Lovelace <ada@example.org>\n', sharedPath: undefined },
          {
            name: 'host',
            text: 'ThinkPad T14, 8 × 3.2 GHz, 16 GiB, Debian 12\n',
            sharedPath: undefined,
          },
          { name: 'access_uri', text: 'ssh://ada-laptop.example.org\n', sharedPath: undefined },
        ],
        problems: [],
      }),
    },
  };
}

const COMPILING = [
  ...['parse', 'render', 'storage', 'network'].map(
    (name) => `cc -O2 -Wall -c src/${name}.c -o build/${name}.o`,
  ),
  '\u001b[33msrc/render.c:214:9: warning: unused variable ‘depth’ [-Wunused-variable]\u001b[0m',
  'cc -o orrery build/*.o -lm',
  ...[20, 40, 60, 80, 100].map(
    (count) => `\u001b[32m${String(count).padStart(3)} of 212 tests passed\u001b[0m`,
  ),
  '',
].join('\n');

function runningBuild(now: number): BuildDetails {
  return {
    id: 'running',
    builderName: 'linux-gcc',
    startedAt: now - 3 * MINUTE,
    endedAt: undefined,
    outcome: 'running',
    commandCount: 2,
    failedCount: 0,
    outputBytes: 640,
    commands: [],
  };
}

function sampleLog(now: number): readonly LogRow[] {
  const lines = sampleBuilds(now)
    .slice(-120)
    .flatMap(({ builderName, startedAt }, at): readonly Omit<LogRow, 'line'>[] => {
      const row = (minutes: number, subject: string, message: string) => ({
        at: startedAt + minutes * MINUTE,
        level: 'info' as const,
        subject,
        message,
        isContinued: false,
        cutBytes: 0,
      });
      const slow = row(4, `command ${at * 2}`, 'no output for 60 s, still running');
      const lost = row(5, 'connection', 'The master closed the connection; next try in 4 s.');
      return [
        row(0, builderName, 'a build starts'),
        row(0.1, `command ${at * 2}`, 'starts: shell make -j8 all'),
        row(3, `command ${at * 2}`, 'exit 0 after 174 s'),
        ...(at % 5 === 3 ? [{ ...slow, level: 'warn' as const }] : []),
        ...(at % 11 === 7 ? [{ ...lost, level: 'error' as const }] : []),
      ];
    });
  return lines.map((row, line) => ({ ...row, line }));
}
