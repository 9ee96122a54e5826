import { expect, it } from 'vitest';
import type { BuildDetails } from '../../../../main/contract/builds/build-history.ts';
import { formatHistoryLine, parseHistoryLine } from '../../../../main/history/history-line.ts';

const BUILD: BuildDetails = {
  id: 'a',
  builderName: 'linux\nwith a newline',
  startedAt: 1,
  endedAt: 2,
  outcome: 'errors',
  commandCount: 1,
  failedCount: 1,
  outputBytes: 3,
  commands: [
    {
      commandId: '1',
      name: 'shell',
      summary: 'make',
      argv: ['make'],
      workdir: '/w',
      startedAt: 1,
      durationMs: 1,
      outputBytes: 3,
      end: { kind: 'exited', rc: 2 },
      isFailure: true,
    },
  ],
};

it('reads what it wrote, on one line', () => {
  const line = formatHistoryLine(BUILD);
  expect(line.indexOf('\n')).toBe(line.length - 1);
  expect(parseHistoryLine(line)).toEqual(BUILD);
});

it('reads nothing from a line that was cut anywhere', () => {
  const line = formatHistoryLine(BUILD).trimEnd();
  const cuts = Array.from({ length: line.length }, (_cut, at) =>
    parseHistoryLine(line.slice(0, at)),
  );
  expect(cuts.filter((build) => build !== undefined)).toEqual([]);
});

it('leaves what a later version wrote to that version', () => {
  expect(parseHistoryLine(JSON.stringify({ version: 2, build: BUILD }))).toBe(undefined);
});
