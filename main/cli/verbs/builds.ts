import type {
  BuildDetails,
  BuildSummary,
  CommandRecord,
} from '../../contract/builds/build-history.ts';
import type { BuildHistory } from '../../history/build-history.ts';
import { textsIn } from '../../texts/texts.ts';
import { clearBuilds } from '../history/clear-builds.ts';
import { openedHistory } from '../history/open-history.ts';
import { UsageError } from '../program/usage-error.ts';
import { basedirOf, statusIfRunning } from '../running-worker/find-worker.ts';
import { durationText } from '../running-worker/status-text.ts';

export interface BuildsOptions {
  readonly lines?: string;
  readonly builder?: string;
  readonly search?: string;
  readonly verbose?: boolean;
  readonly clear?: boolean;
  readonly json?: boolean;
}

const DEFAULT_LINES = 20;
const { builds: words, format } = textsIn('en');

/**
 * Prints what the worker of a directory has built on this machine, newest first, or forgets it.
 *
 * Shape:  the exit status.
 * Errors: UsageError for a number that is none, and for options that exclude each other; RunError when the
 *         history cannot be read or removed.
 */
export async function builds(dir: string, options: BuildsOptions): Promise<number> {
  const limit = limitFrom(options.lines);
  if (options.clear) {
    mustNotChoose(options);
    await clearBuilds(dir, { isJson: options.json ?? false });
    return 0;
  }
  const basedir = await basedirOf(dir);
  const { builder: builderName, search: text = '' } = options;
  const history = await openedHistory(basedir);
  const query = { builderName, text, limit, outcome: undefined, after: undefined };
  const found = await history.find(query);
  const busy = await busyBuilders(basedir);
  const shown = withRunning(found.builds, busy);
  const details = options.verbose || options.json ? await detailsOf(history, shown) : shown;
  if (options.json) console.log(JSON.stringify(details, undefined, 2));
  else for (const build of details) for (const line of linesOf(build)) console.log(line);
  if (!options.json && details.length === 0) console.log(nothingText(found.kept));
  return 0;
}

function limitFrom(typed: string | undefined): number {
  if (typed === undefined) return DEFAULT_LINES;
  if (/^[1-9]\d{0,8}$/.test(typed)) return Number(typed);
  throw new UsageError(`--lines needs a number above 0, not '${typed}'.`);
}

/** Whoever names builds beside --clear means to remove those alone, which cannot be. */
function mustNotChoose({ lines, builder, search, verbose }: BuildsOptions): void {
  const chosen = Object.entries({ lines, builder, search, verbose }).find(
    ([, value]) => value !== undefined,
  );
  if (chosen === undefined) return;
  throw new UsageError(
    `--clear removes the whole history: --${chosen[0]} cannot be given with it.`,
  );
}

/** Builders in the middle of a build; none where no worker of Buildtray runs. */
async function busyBuilders(basedir: string): Promise<readonly string[]> {
  const status = (await statusIfRunning(basedir))?.status;
  return status?.kind === 'building' || status?.kind === 'draining' ? status.builders : [];
}

/** The file holds a build that runs like one whose worker went away. */
function withRunning(
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

function linesOf(build: BuildSummary | BuildDetails): readonly string[] {
  const { builderName, outcome, startedAt, endedAt, commandCount, outputBytes } = build;
  const took = durationText((endedAt ?? Date.now()) - startedAt);
  const head = [
    localTime(startedAt),
    words.outcomes[outcome].toLowerCase().padEnd(11),
    `${builderName}, ${took}, ${words.commands(commandCount)}, ${format.bytes(outputBytes)}`,
  ].join('  ');
  return [head, ...('commands' in build ? build.commands.map(commandLine) : [])];
}

function commandLine({ end, durationMs, summary, workdir }: CommandRecord): string {
  const took = durationMs === undefined ? '' : `, ${durationText(durationMs)}`;
  const where = workdir === undefined ? '' : `  (in ${workdir})`;
  return `    ${words.details.end(end)}${took}: ${summary.replaceAll('\n', ' ')}${where}`;
}

/** Such as `2026-11-24 14:05`. */
function localTime(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offsetMs).toISOString().slice(0, 16).replace('T', ' ');
}

function nothingText(kept: number): string {
  return kept === 0 ? 'Nothing was built here yet.' : 'No build fits.';
}
