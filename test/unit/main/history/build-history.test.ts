import { appendFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { BuildQuery } from '../../../../main/contract/builds/builds-contract.ts';
import type {
  CommandEnd,
  EndedProcesses,
  EndsWith,
  StartedCommand,
} from '../../../../main/contract/builds/work-event.ts';
import type { Problem } from '../../../../main/contract/problem.ts';
import { BuildHistory, type HistoryLimits } from '../../../../main/history/build-history.ts';
import { KeptOutputs } from '../../../../main/history/output/kept-outputs.ts';
import { failed, succeeded } from '../../../../main/lib/outcome.ts';
import { inEnglish } from '../../../support/in-english.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { worded } from '../../../support/worded.ts';

const basedir = temporaryBasedir();

const opened: BuildHistory[] = [];
afterEach(async () => {
  for (const history of opened.splice(0)) await history.close();
});

const ALL: BuildQuery = {
  builderName: undefined,
  outcome: undefined,
  text: '',
  offset: 0,
  limit: 50,
};
const WELL: CommandEnd = { kind: 'exited', rc: 0 };

async function openHistory(limits?: HistoryLimits, outputs?: KeptOutputs) {
  const warnings: string[] = [];
  const warn = (problem: Problem): void => void warnings.push(inEnglish(problem));
  const history = await BuildHistory.open({
    path: basedir.at('history', 'w.jsonl'),
    warn,
    ...(limits === undefined ? {} : { limits }),
    ...(outputs === undefined ? {} : { outputs }),
  });
  opened.push(history);
  return { history, warnings };
}

interface Build {
  readonly builderName?: string;
  readonly at: number;
  readonly ms?: number;
  readonly commands?: readonly (Partial<StartedCommand> & { readonly end?: CommandEnd })[];
  readonly isAnnounced?: boolean;
  readonly isOpen?: boolean;
}

/** Reports to a history a build whose commands share its time. */
function run(history: BuildHistory, build: Build): void {
  const { builderName = 'linux', at, ms = 1000, commands = [{}], isAnnounced = true } = build;
  history.take({ kind: 'build-started', builderName, at, isAnnounced });
  const durationMs = ms / commands.length;
  for (const [index, { end = WELL, ...facts }] of commands.entries()) {
    const commandId = `${at}.${index}`;
    const workdir = '/w/linux/build';
    const command = {
      commandId,
      name: 'shell',
      summary: 'make all',
      argv: ['make', 'all'],
      workdir,
      ...facts,
    };
    history.take({ kind: 'command-started', builderName, at: at + index * durationMs, command });
    if (build.isOpen) return;
    const ended = {
      kind: 'command-ended',
      builderName,
      at: at + (index + 1) * durationMs,
    } as const;
    history.take({ ...ended, commandId, durationMs, outputBytes: 10, end });
  }
  history.take({ kind: 'build-ended', builderName, at: at + ms });
}

async function found(history: BuildHistory, query: Partial<BuildQuery> = {}) {
  const { builds } = await history.find({ ...ALL, ...query });
  return builds.map(
    ({ builderName, startedAt, outcome }) => `${builderName} ${startedAt} ${outcome}`,
  );
}

describe('the history of builds', () => {
  it('is empty at first, and makes no file', async () => {
    const { history, warnings } = await openHistory();
    expect(await history.find(ALL)).toEqual({
      builds: [],
      offset: 0,
      count: 0,
      builderNames: [],
      kept: 0,
    });
    await expect(stat(basedir.at('history'))).rejects.toThrow('ENOENT');
    expect(warnings).toEqual([]);
  });

  it('shows what a build ran, also after a restart', async () => {
    const { history } = await openHistory();
    run(history, {
      at: 5000,
      ms: 2000,
      commands: [{}, { name: 'mkdir', summary: 'make x', end: { kind: 'exited', rc: 1 } }],
    });
    const { builds } = await history.find(ALL);
    const id = builds[0]?.id ?? '';
    const summary = {
      id,
      builderName: 'linux',
      startedAt: 5000,
      endedAt: 7000,
      outcome: 'errors',
      commandCount: 2,
      failedCount: 1,
      outputBytes: 20,
    };
    expect(builds).toEqual([summary]);
    await history.close();
    const { history: reopened } = await openHistory();
    expect((await reopened.find(ALL)).builds).toEqual([summary]);
    const details = await reopened.details(id);
    expect(details).toEqual(await history.details(id));
    expect(details?.commands[0]).toEqual({
      commandId: '5000.0',
      name: 'shell',
      summary: 'make all',
      argv: ['make', 'all'],
      workdir: '/w/linux/build',
      startedAt: 5000,
      durationMs: 1000,
      outputBytes: 10,
      end: WELL,
      isFailure: false,
    });
    expect(((await stat(basedir.at('history/w.jsonl'))).mode & 0o777).toString(8)).toBe('600');
  });

  it('shows a build while it runs', async () => {
    const { history } = await openHistory();
    let changes = 0;
    history.onChanged(() => {
      changes += 1;
    });
    run(history, { at: 5000, isOpen: true });
    expect(await found(history)).toEqual(['linux 5000 running']);
    expect(history.runningSince('linux')).toBe(5000);
    const [build] = (await history.find(ALL)).builds;
    expect((await history.details(build?.id ?? ''))?.commands).toMatchObject([{ end: undefined }]);
    expect(changes).toBe(2);
  });

  it.each<[CommandEnd, string]>([
    [{ kind: 'exited', rc: 2 }, 'errors'],
    [{ kind: 'failed', sentence: 'no' }, 'errors'],
    [{ kind: 'interrupted' }, 'interrupted'],
    [{ kind: 'dropped' }, 'lost'],
  ])('names the outcome of a command that ended as %j', async (end, outcome) => {
    const { history } = await openHistory();
    run(history, { at: 1, commands: [{}, { end }] });
    expect(await found(history)).toEqual([`linux 1 ${outcome}`]);
  });

  it('takes the answer that a file is not there for no error', async () => {
    const { history } = await openHistory();
    run(history, { at: 1, commands: [{ name: 'stat', end: { kind: 'exited', rc: 2 } }] });
    expect(await found(history)).toEqual(['linux 1 ok']);
  });

  it('puts together what a long gap between two steps took apart', async () => {
    const { history } = await openHistory();
    run(history, { at: 1000 });
    run(history, { at: 9000, isAnnounced: false, commands: [{ end: { kind: 'exited', rc: 1 } }] });
    expect(await found(history)).toEqual(['linux 1000 errors']);
    run(history, { at: 20_000 });
    expect(await found(history)).toEqual(['linux 20000 ok', 'linux 1000 errors']);
    await history.close();
    expect(await found((await openHistory()).history)).toEqual([
      'linux 20000 ok',
      'linux 1000 errors',
    ]);
  });

  it('knows no build without a command', async () => {
    const { history } = await openHistory();
    run(history, { at: 1, commands: [] });
    expect(await found(history)).toEqual([]);
  });

  it('calls a build lost that the app did not see end', async () => {
    const { history } = await openHistory();
    run(history, { at: 1, isOpen: true });
    await history.close();
    expect(await found((await openHistory()).history)).toEqual(['linux 1 lost']);
  });

  it('skips what a crash tore, and what it does not understand', async () => {
    const { history } = await openHistory();
    run(history, { at: 1 });
    await history.close();
    const path = basedir.at('history/w.jsonl');
    const text = await readFile(path, 'utf8');
    await writeFile(path, `{"version":9}\n${text}${text.slice(0, -20)}`);
    const { history: reopened } = await openHistory();
    run(reopened, { at: 2 });
    await reopened.close();
    const id = (await reopened.find(ALL)).builds[0]?.id ?? '';
    expect((await reopened.details(id))?.commands).toHaveLength(1);
    expect(await found((await openHistory()).history)).toEqual(['linux 2 ok', 'linux 1 ok']);
  });
});

describe('a query', () => {
  it('filters by builder, outcome and words, and pages newest first', async () => {
    const { history } = await openHistory();
    for (let at = 1; at <= 5; at += 1) run(history, { at, builderName: at % 2 ? 'docs' : 'linux' });
    run(history, {
      at: 9,
      commands: [{ summary: 'Ninja', workdir: '/Odd', end: { kind: 'exited', rc: 1 } }],
    });
    expect(await found(history, { builderName: 'docs' })).toEqual([
      'docs 5 ok',
      'docs 3 ok',
      'docs 1 ok',
    ]);
    expect(await found(history, { outcome: 'errors' })).toEqual(['linux 9 errors']);
    expect(await found(history, { text: ' ninja ' })).toEqual(['linux 9 errors']);
    expect(await found(history, { text: '/odd' })).toEqual(['linux 9 errors']);
    expect(await found(history, { text: 'DOC' })).toHaveLength(3);
    const first = await history.find({ ...ALL, limit: 2 });
    expect(first).toMatchObject({ count: 6, builderNames: ['docs', 'linux'], kept: 6 });
    expect(await found(history, { limit: 2, offset: 2 })).toEqual(['linux 4 ok', 'docs 3 ok']);
    expect(await history.find({ ...ALL, offset: 99 })).toMatchObject({ builds: [], count: 6 });
  });

  it('is answered over the whole history, however little of it is listed', async () => {
    const { history } = await openHistory();
    for (let at = 1; at <= 300; at += 1) {
      const builderName = at % 3 === 0 ? 'docs' : 'linux';
      run(history, { builderName, at: at * 1_000_000, ms: at * 1000 });
    }
    const filter = { builderName: undefined, outcome: undefined, text: '' };
    const now = 301 * 1_000_000;
    const timeline = await history.timeline({ ...filter, span: 'all' }, now);
    const built = timeline.lanes.map(({ builderName, bars }) => [
      builderName,
      bars.reduce((sum, bar) => sum + bar.builds, 0),
    ]);
    expect(built).toEqual([
      ['docs', 100],
      ['linux', 200],
    ]);
    expect(timeline.count).toBe(300);
    const durations = await history.durations({ ...filter, of: undefined });
    expect(durations).toMatchObject({ builderName: 'linux', builds: 200, usualMs: 151_000 });
    const ofDocs = { ...filter, builderName: 'docs' };
    expect((await history.timeline({ ...ofDocs, span: 'all' }, now)).count).toBe(100);
    expect(await history.durations({ ...ofDocs, of: undefined })).toMatchObject({ builds: 100 });
  });

  it('finds a command in the file and in a build that runs, and what has come since it was asked', async () => {
    const { history } = await openHistory();
    const make = (summary: string) => [{ summary, argv: undefined }];
    run(history, { at: 10, commands: make('say "Grüße"\\n') });
    run(history, { at: 20, commands: make('make docs') });
    expect(await found(history, { text: 'say "grüße"\\n' })).toEqual(['linux 10 ok']);
    run(history, { at: 30, commands: make('say "Grüße"\\n') });
    run(history, { builderName: 'docs', at: 40, isOpen: true, commands: make('say "Grüße"\\n') });
    expect(await found(history, { text: 'say "grüße"\\n' })).toEqual([
      'docs 40 running',
      'linux 30 ok',
      'linux 10 ok',
    ]);
    expect(await found(history, { text: 'workdir' })).toEqual([]);
  });
});

describe('its bounds', () => {
  it('let the oldest builds go when there are too many', async () => {
    const { history } = await openHistory({ builds: 3, bytes: 1e9 });
    for (let at = 1; at <= 5; at += 1) run(history, { at });
    expect(await found(history)).toEqual(['linux 5 ok', 'linux 4 ok', 'linux 3 ok']);
    await history.close();
    const { history: reopened } = await openHistory({ builds: 3, bytes: 1e9 });
    expect(await found(reopened)).toEqual(['linux 5 ok', 'linux 4 ok', 'linux 3 ok']);
  });

  it('keep the file small, and each build in it whole', async () => {
    const { history, warnings } = await openHistory({ builds: 1000, bytes: 20_000 });
    for (let at = 1; at <= 200; at += 1) run(history, { at });
    await history.close();
    expect((await stat(basedir.at('history/w.jsonl'))).size).toBeLessThanOrEqual(20_000);
    const { builds } = await history.find({ ...ALL, limit: 500 });
    expect(builds.length).toBeGreaterThan(15);
    expect(builds[0]?.startedAt).toBe(200);
    for (const { id, startedAt } of builds) {
      expect((await history.details(id))?.commands[0]?.startedAt).toBe(startedAt);
    }
    expect(warnings).toEqual([]);
  });

  it('cut what is long, and count the commands of an endless build', async () => {
    const { history } = await openHistory();
    const long = 'x'.repeat(5000);
    const commands = Array.from({ length: 700 }, (_command, at) => ({
      summary: at === 0 ? long : 'true',
      argv: at === 0 ? Array.from({ length: 900 }, () => 'word') : undefined,
      end: at === 650 ? ({ kind: 'exited', rc: 1 } as const) : WELL,
    }));
    run(history, { at: 1, commands });
    const [build] = (await history.find(ALL)).builds;
    expect(build).toMatchObject({
      commandCount: 700,
      failedCount: 1,
      outputBytes: 7000,
      outcome: 'errors',
    });
    const details = await history.details(build?.id ?? '');
    expect(details?.commands).toHaveLength(500);
    expect([details?.commands[0]?.summary.length, details?.commands[0]?.argv?.length]).toEqual([
      2001, 100,
    ]);
  });
});

describe('clearing the history', () => {
  it('forgets all builds but those that run', async () => {
    const { history } = await openHistory();
    run(history, { at: 1 });
    run(history, { at: 2 });
    run(history, { at: 3, builderName: 'docs', isOpen: true });
    expect(await history.clear()).toEqual(succeeded(2));
    expect(await found(history)).toEqual(['docs 3 running']);
    await history.close();
    // So that another process knows of it, too.
    expect(await found((await openHistory()).history)).toEqual(['docs 3 lost']);
    expect(await history.clear()).toEqual(succeeded(0));
  });

  it('keeps what ends while the file is removed, and goes on with no build of before', async () => {
    const { history } = await openHistory();
    run(history, { at: 1 });
    const clearing = history.clear();
    run(history, { at: 5000, isAnnounced: false });
    expect(await clearing).toEqual(succeeded(1));
    expect(await found(history)).toEqual(['linux 5000 ok']);
    const [build] = (await history.find(ALL)).builds;
    await history.close();
    const { history: reopened } = await openHistory();
    expect(await found(reopened)).toEqual(['linux 5000 ok']);
    expect((await reopened.details(build?.id ?? ''))?.commands).toHaveLength(1);
  });

  it('reports why the file cannot be removed, and keeps the builds', async () => {
    const { history } = await openHistory();
    run(history, { at: 1 });
    await history.close();
    const path = basedir.at('history', 'w.jsonl');
    await rename(path, `${path}.away`);
    await mkdir(path);
    expect(await history.clear()).toEqual(failed(worded(/^Cannot remove /)));
    expect(await found(history)).toEqual(['linux 1 ok']);
  });
});

describe('beside another process', () => {
  it('follows what that has added, and keeps the commands of each build apart', async () => {
    const { history } = await openHistory();
    const { history: other } = await openHistory();
    run(history, { at: 1, commands: [{ summary: 'first' }] });
    await history.close();
    run(other, { at: 2, commands: [{ summary: 'the second of them' }] });
    await other.close();
    run(history, { at: 3, commands: [{ summary: 'third' }] });
    await history.close();
    for (const one of [history, other]) {
      expect(await found(one)).toEqual(['linux 3 ok', 'linux 2 ok', 'linux 1 ok']);
      const { builds } = await one.find(ALL);
      const all = await Promise.all(builds.map(({ id }) => one.details(id)));
      const words = all.map((details) => details?.commands.map(({ summary }) => summary));
      expect(words).toEqual([['third'], ['the second of them'], ['first']]);
    }
  });

  it('never brings back what that has removed, and loses nothing that comes', async () => {
    const { history } = await openHistory();
    run(history, { at: 1 });
    run(history, { at: 2 });
    run(history, { at: 3, builderName: 'docs', isOpen: true });
    await history.close();
    const { history: other } = await openHistory();
    await other.clear();
    expect(await found(history)).toEqual(['docs 3 running']);
    // Nor is the build before that goes on.
    run(history, { at: 5000, isAnnounced: false });
    await history.close();
    for (const one of [history, (await openHistory()).history]) {
      expect((await found(one)).filter((build) => build.startsWith('linux'))).toEqual([
        'linux 5000 ok',
      ]);
    }
  });

  it('shows a build that runs once only', async () => {
    const { history } = await openHistory();
    run(history, { at: 1, isOpen: true });
    await history.close();
    const { history: other } = await openHistory();
    run(other, { at: 2, builderName: 'docs' });
    await other.close();
    expect(await found(history)).toEqual(['docs 2 ok', 'linux 1 running']);
  });
});

it('goes on in memory where the file cannot be written, and reports it once', async () => {
  await writeFile(basedir.at('history'), 'a file where the folder should be');
  const { history, warnings } = await openHistory();
  run(history, { at: 1 });
  run(history, { at: 2 });
  await history.close();
  expect(await found(history)).toEqual(['linux 2 ok', 'linux 1 ok']);
  expect(warnings).toEqual([
    expect.stringMatching(/^The history of builds in .*w\.jsonl cannot be kept: /),
  ]);
});

describe('the estimate', () => {
  it('is the median of the builds that succeeded', async () => {
    const { history } = await openHistory();
    expect(history.estimateFor('linux', 0)).toBeUndefined();
    for (const [at, ms] of [1000, 3000, 8000].entries()) run(history, { at, ms });
    run(history, { at: 10, ms: 100_000, commands: [{ end: { kind: 'exited', rc: 1 } }] });
    run(history, { at: 11, ms: 100_000, builderName: 'docs' });
    expect(history.estimateFor('linux', 500)).toEqual({
      totalMs: 3000,
      remainingMs: 2500,
      builds: 3,
    });
  });

  it('goes by the longer ones once a build takes longer than usual, and then by all', async () => {
    const { history } = await openHistory();
    for (const [at, ms] of [1000, 3000, 8000, 10_000].entries()) run(history, { at, ms });
    expect(history.estimateFor('linux', 4000)).toEqual({
      totalMs: 9000,
      remainingMs: 5000,
      builds: 2,
    });
    expect(history.estimateFor('linux', 20_000)).toEqual({
      totalMs: 5500,
      remainingMs: 0,
      builds: 4,
    });
  });
});

it('lets another program add to the file without losing a build', async () => {
  const { history } = await openHistory();
  run(history, { at: 1 });
  await history.close();
  await appendFile(basedir.at('history/w.jsonl'), 'what is this\n');
  expect(await found((await openHistory()).history)).toEqual(['linux 1 ok']);
});

it('lists what was ended of a build, also after its end, and after a restart', async () => {
  const { history } = await openHistory();
  run(history, { at: 1_000 });
  const leftovers = { names: ['Xvfb', 'adb'], count: 3 };
  const take = (endsWith: EndsWith, processes: EndedProcesses) =>
    history.take({
      kind: 'processes-ended',
      builderName: 'linux',
      at: 5_000,
      processes,
      endsWith,
    });
  take('build', leftovers);
  take('command', { names: ['gcc'], count: 1 });
  take('command', { names: ['gcc', 'sleep'], count: 2 });
  run(history, { at: 9_000 });
  await history.close();
  const again = (await openHistory()).history;
  const { builds } = await again.find(ALL);
  const details = await Promise.all(builds.map(({ id }) => again.details(id)));
  const ended = details.map((each) => [each?.leftovers, each?.endedWithCommands]);
  expect(ended).toEqual([
    [undefined, undefined],
    [leftovers, { names: ['gcc', 'sleep'], count: 3 }],
  ]);
});

describe('the output of commands', () => {
  const keepOutputs = () =>
    new KeptOutputs({
      dir: basedir.at('output'),
      rules: () => ({ keptOutputs: 'all', keptOutputBytes: 1_000_000, keptOutputDays: 1 }),
      warn: () => {},
    });
  const builderName = 'linux';

  function print(history: BuildHistory, at: number): void {
    run(history, { at, isOpen: true });
    const commandId = `${at}.0`;
    history.printed({ commandId, builderName, stream: 'stdout', text: `of ${at}\n` });
    const ended = { kind: 'command-ended', builderName, at, durationMs: 1 } as const;
    history.take({ ...ended, commandId, outputBytes: 9, end: WELL });
  }

  it('is kept with their build, also after a restart', async () => {
    const { history } = await openHistory(undefined, keepOutputs());
    print(history, 5000);
    const text = { pieces: [{ stream: 'stdout', text: 'of 5000\n' }], isCut: false };
    const id = (await history.find(ALL)).builds[0]?.id ?? '';
    expect(await history.output(id, '5000.0')).toEqual(text);
    history.take({ kind: 'build-ended', builderName, at: 6000 });
    await history.close();
    const { history: reopened } = await openHistory(undefined, keepOutputs());
    expect((await reopened.details(id))?.commands).toMatchObject([{ isOutputKept: true }]);
    expect(await reopened.output(id, '5000.0')).toEqual(text);
    expect(await reopened.output('another', '5000.0')).toBeUndefined();
  });

  it('is not announced as kept where nothing was printed', async () => {
    const { history } = await openHistory(undefined, keepOutputs());
    run(history, { at: 5000 });
    history.printed({ commandId: '5000.0', builderName, stream: 'stdout', text: 'late\n' });
    const id = (await history.find(ALL)).builds[0]?.id ?? '';
    expect((await history.details(id))?.commands[0]).not.toHaveProperty('isOutputKept');
    expect(await history.output(id, '5000.0')).toBeUndefined();
  });

  it('goes with the builds that are forgotten, but not with one that runs', async () => {
    const { history } = await openHistory(undefined, keepOutputs());
    print(history, 5000);
    history.take({ kind: 'build-ended', builderName, at: 6000 });
    print(history, 7000);
    const { builds } = await history.find(ALL);
    await history.clear();
    await history.close();
    const left = (await readdir(basedir.at('output'))).map((name) => name.replace('.jsonl', ''));
    expect(left).toEqual([builds[0]?.id]);
  });
});
