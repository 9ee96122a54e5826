import type {
  BuildDetails,
  BuildSummary,
  CommandRecord,
} from '../../contract/builds/build-history.ts';
import type { BuildHistory } from '../../history/build-history.ts';
import type { Words } from '../../texts/words.ts';
import { clearBuilds } from '../history/clear-builds.ts';
import { openHistory } from '../history/open-history.ts';
import { AS_JSON, DIRECTORY, VERBOSE } from '../program/rows.ts';
import { UsageError } from '../program/usage-error.ts';
import { type OptionsOf, verb } from '../program/verb.ts';
import { basedirOf, findWorker, statusIfRunning } from '../running-worker/find-worker.ts';
import { printJson } from '../terminal/print-json.ts';
import type { Terminal } from '../terminal/terminal.ts';

const DEFAULT_LINES = 20;

const OPTIONS = [
  { name: 'lines', short: 'n', value: 'number', byDefault: String(DEFAULT_LINES) },
  { name: 'builder', short: 'b', value: 'name' },
  { name: 'search', short: 's', value: 'text' },
  VERBOSE,
  { name: 'clear' },
  AS_JSON,
] as const;
type BuildsOptions = OptionsOf<typeof OPTIONS>;

/** Prints what the worker of a directory has built on this machine, newest first, or forgets it. */
export const builds = verb({
  name: 'builds',
  args: [DIRECTORY],
  options: OPTIONS,
  perform: async ([dir = '.'], options, terminal) => {
    const limit = limitFrom(options.lines);
    if (options.clear) {
      mustNotChoose(options);
      await printCleared(dir, options.json ?? false, terminal);
    } else {
      await printBuilds(dir, limit, options, terminal);
    }
    return 0;
  },
});

function limitFrom(typed: string | undefined): number {
  if (typed === undefined) return DEFAULT_LINES;
  if (/^[1-9]\d{0,8}$/.test(typed)) return Number(typed);
  throw new UsageError(({ cli }) => cli.verbs.builds.linesNeedsNumber(typed));
}

/** Whoever names builds beside --clear means to remove those alone, which cannot be. */
function mustNotChoose({ lines, builder, search, verbose }: BuildsOptions): void {
  const chosen = Object.entries({ lines, builder, search, verbose }).find(
    ([, value]) => value !== undefined,
  );
  if (chosen === undefined) return;
  const [name] = chosen;
  throw new UsageError(({ cli }) => cli.verbs.builds.clearGoesAlone(`--${name}`));
}

async function printCleared(dir: string, isJson: boolean, terminal: Terminal): Promise<void> {
  const found = await findWorker(dir);
  const removed = await clearBuilds(found);
  if (isJson) {
    printJson({ removed }, terminal);
    return;
  }
  const texts = terminal.words.cli.verbs.builds;
  terminal.print(
    removed === 0 ? texts.nothingToRemove(found.basedir) : texts.removed(removed, found.basedir),
  );
}

async function printBuilds(
  dir: string,
  limit: number,
  { builder: builderName, search: text = '', verbose, json }: BuildsOptions,
  terminal: Terminal,
): Promise<void> {
  const { words } = terminal;
  const basedir = await basedirOf(dir);
  const history = await openHistory(basedir);
  const query = { builderName, text, limit, offset: 0, outcome: undefined };
  const found = await history.find(query);
  const shown = withRunning(found.builds, await busyBuilders(basedir));
  const details = verbose || json ? await detailsOf(history, shown) : shown;
  if (json) {
    printJson(details, terminal);
    return;
  }
  for (const line of details.flatMap((build) => buildLines(build, Date.now(), words))) {
    terminal.print(line);
  }
  if (details.length > 0) return;
  const texts = words.cli.verbs.builds;
  terminal.print(found.kept === 0 ? texts.nothingBuilt : texts.noneFits);
}

/** Builders in the middle of a build; none where no worker of Buildtray runs. */
async function busyBuilders(basedir: string): Promise<readonly string[]> {
  const status = (await statusIfRunning(basedir))?.status;
  return status?.kind === 'building' || status?.kind === 'draining' ? status.builders : [];
}

/** In the file a build that still runs looks like one whose worker went away. */
export function withRunning(
  found: readonly BuildSummary[],
  busy: readonly string[],
): readonly BuildSummary[] {
  const waiting = new Set(busy);
  return found.map((build) => {
    if (!waiting.delete(build.builderName) || build.outcome !== 'lost') return build;
    return { ...build, outcome: 'running', endedAt: undefined };
  });
}

async function detailsOf(
  history: BuildHistory,
  shown: readonly BuildSummary[],
): Promise<readonly BuildDetails[]> {
  const details: BuildDetails[] = [];
  for (const build of shown) {
    details.push({ commands: [], ...(await history.details(build.id)), ...build });
  }
  return details;
}

/** A line of the build, and one of each of its commands where they are known. */
export function buildLines(
  build: BuildSummary | BuildDetails,
  now: number,
  words: Words,
): readonly string[] {
  const { builderName, outcome, startedAt, endedAt, commandCount, outputBytes } = build;
  const texts = words.cli.verbs.builds;
  const took = words.app.format.duration((endedAt ?? now) - startedAt);
  const head = [
    localTime(startedAt),
    texts.outcomes[outcome].padEnd(longest(Object.values(texts.outcomes))),
    texts.build(builderName, took, commandCount, outputBytes),
  ];
  const commands = 'commands' in build ? build.commands : [];
  const ended = 'commands' in build ? endedLines(build, words) : [];
  return [
    head.join('  '),
    ...commands.map((command) => commandLine(command, words)),
    ...ended.map((line) => `    ${line}`),
  ];
}

function endedLines(
  { leftovers, endedWithCommands }: BuildDetails,
  words: Words,
): readonly string[] {
  const { details } = words.app.builds;
  return [
    ...(endedWithCommands
      ? [details.endedWithCommands(endedWithCommands.names, endedWithCommands.count)]
      : []),
    ...(leftovers ? [details.leftovers(leftovers.names, leftovers.count)] : []),
  ];
}

function commandLine({ end, durationMs, summary, workdir }: CommandRecord, words: Words): string {
  const { app, cli } = words;
  const took = durationMs === undefined ? undefined : app.format.duration(durationMs);
  const line = summary.replaceAll('\n', ' ');
  return `    ${cli.verbs.builds.command(app.builds.details.end(end), took, line, workdir)}`;
}

/** Such as `2026-11-24 14:05`, in every language: lines are sorted and searched by it. */
function localTime(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offsetMs).toISOString().slice(0, 16).replace('T', ' ');
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length));
}
