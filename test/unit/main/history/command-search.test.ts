import { expect, it } from 'vitest';
import { CommandSearch, commandsHold } from '../../../../main/history/command-search.ts';
import type { LinePlace } from '../../../../main/history/history-file.ts';
import { formatHistoryLine, parseHistoryLine } from '../../../../main/history/history-line.ts';

function lineOf(id: string, ...summaries: readonly string[]): string {
  return formatHistoryLine({
    id,
    builderName: 'linux',
    startedAt: 1,
    endedAt: 2,
    outcome: 'ok',
    commandCount: summaries.length,
    failedCount: 0,
    outputBytes: 0,
    commands: summaries.map((summary, at) => ({
      commandId: `${at}`,
      name: 'shell',
      summary,
      argv: undefined,
      workdir: '/w/Linux',
      startedAt: 1,
      durationMs: 1,
      outputBytes: 0,
      end: { kind: 'exited', rc: 0 },
      isFailure: false,
    })),
  }).trimEnd();
}

/** A file of these lines, which counts how often it is read. */
function searchIn(...lines: readonly string[]) {
  const all = [...lines];
  const places = new Map<string, { place: LinePlace | undefined }>();
  const idOf = (line: string): string => parseHistoryLine(line)?.id ?? 'torn';
  const add = (line: string): void => {
    all.push(line);
    places.set(idOf(line), { place: { offset: all.length, length: line.length } });
  };
  for (const line of all.splice(0)) add(line);
  const counts = { scans: 0 };
  const file = {
    scan: async (visit: (text: string) => void) => {
      counts.scans += 1;
      for (const line of all) visit(line);
    },
  };
  const search = new CommandSearch(file);
  const found = async (text: string): Promise<readonly string[]> => {
    const isFoundAt = await search.look(text, () => places);
    return [...places].flatMap(([id, { place }]) => (isFoundAt(place) ? id : []));
  };
  return { add, counts, found, places };
}

it('finds a text in names, lines and directories of commands, in any case, and nowhere else', async () => {
  const { found } = searchIn(lineOf('a', 'Make "All"'), lineOf('b', 'git clone', 'make docs'));
  expect(await found('make')).toEqual(['a', 'b']);
  expect(await found('"all"')).toEqual(['a']);
  expect(await found('/w/linux')).toEqual(['a', 'b']);
  expect(await found('shell')).toEqual(['a', 'b']);
  for (const key of ['outcome', 'exited', 'commandid']) expect(await found(key)).toEqual([]);
});

it('reads the file once for a text, and once more for what has come', async () => {
  const { add, counts, found } = searchIn(lineOf('a', 'make'), lineOf('b', 'git'));
  expect([await found('make'), await found('make'), counts.scans]).toEqual([['a'], ['a'], 1]);
  add(lineOf('c', 'make again'));
  expect([await found('make'), counts.scans]).toEqual([['a', 'c'], 2]);
  expect([await found('git'), counts.scans]).toEqual([['b'], 3]);
});

it('does not take for read what was written while it read', async () => {
  const { add, found, places } = searchIn(lineOf('a', 'make'));
  places.set('late', { place: { offset: 99, length: 1 } });
  expect(await found('make')).toEqual(['a']);
  add(lineOf('late', 'make'));
  expect(await found('make')).toEqual(['a', 'late']);
});

it('skips what was torn, and builds that are in no file', async () => {
  const { found, places } = searchIn(
    '{"version":1,"build":{"id":"torn","make',
    lineOf('a', 'make'),
  );
  places.set('memory', { place: undefined });
  expect(await found('make')).toEqual(['a']);
  expect(commandsHold(undefined, 'make')).toBe(false);
});
