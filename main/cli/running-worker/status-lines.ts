import type { RunningCommand, WorkerStatus } from '../../contract/worker/worker-status.ts';
import type { ControlStatus } from '../../control/control-status.ts';
import { statusSentence } from '../../texts/status-sentence.ts';
import type { Words } from '../../texts/words.ts';

type Row = readonly [label: string, text: string];

/** What `buildtray status` prints: a line for each fact, its state in the words of tray and window. */
export function statusLines(found: ControlStatus, now: number, words: Words): readonly string[] {
  const { basedir, workerName, master, status, logPath } = found;
  const texts = words.cli.verbs.status;
  const { rows } = texts;
  const shown: readonly Row[] = [
    [rows.worker, texts.worker(workerName, basedir)],
    [rows.state, statusSentence(status, master, now, words.app)],
    ...problemRows(status, words),
    [rows.master, masterText(found, now, words)],
    ...runningRows(found, now, words),
    ...leftRows(found, words),
    [rows.process, processText(found, now, words)],
    [rows.log, logPath],
  ];
  const width = Math.max(...Object.values(rows).map(({ length }) => length));
  return shown.map(([label, text]) => `${label.padEnd(width)}  ${text}`);
}

/** What a draining worker waits for; undefined for one that does not drain. */
export function waitsForText(
  { status }: ControlStatus,
  now: number,
  words: Words,
): string | undefined {
  if (status.kind !== 'draining') return undefined;
  const { builders, commands, isByUs, waitsFor } = status;
  if (waitsFor !== undefined) return words.app.say(waitsFor);
  const texts = words.cli.verbs.stop;
  if (builders.length === 0) return isByUs ? texts.waitingForGap : texts.waitingForMaster;
  const running = commands.map((command) => commandText(command, now, words));
  return isByUs
    ? texts.waitingAndHoldingBack(builders, running)
    : texts.waitingFor(builders, running);
}

/** The problem in full, of which the sentence of the state is the short form. */
function problemRows(status: WorkerStatus, { app, cli }: Words): readonly Row[] {
  const problem = 'problem' in status ? status.problem : undefined;
  return problem === undefined ? [] : [[cli.verbs.status.rows.problem, app.say(problem.problem)]];
}

/** Whatever a master owes comes within this time, or the connection is given up. */
const LONG_MS = 65_000;

function masterText(found: ControlStatus, now: number, words: Words): string {
  const { master, lastHeardAt, status } = found;
  if (lastHeardAt === undefined) return master;
  const silentMs = now - lastHeardAt;
  const texts = words.cli.verbs.status;
  // Without builds, and while a command prints nothing, it has nothing to say between two keepalives.
  const isItsTurn = 'commands' in status && status.commands.length === 0;
  const isUsual = silentMs > LONG_MS && !isItsTurn;
  return (isUsual ? texts.usuallyQuiet : texts.lastHeard)(master, timeText(silentMs, words));
}

function runningRows(
  { status, builders }: ControlStatus,
  now: number,
  words: Words,
): readonly Row[] {
  if (!('builders' in status)) return [];
  const texts = words.cli.verbs.status;
  const names = (builders ?? status.builders).join(', ') || texts.noBuilders;
  const all: Row = [texts.rows.builders, names];
  if (status.kind === 'idle') return [all];
  const between = status.builders.filter(
    (name) => !status.commands.some(({ builderName }) => builderName === name),
  );
  return [
    all,
    ...status.commands.map((command): Row => [texts.rows.runs, commandText(command, now, words)]),
    ...between.map((name): Row => [texts.rows.runs, texts.betweenSteps(name)]),
  ];
}

/** What could not be ended is listed, not hidden. */
function leftRows({ leftRunning = [] }: ControlStatus, { cli }: Words): readonly Row[] {
  const texts = cli.verbs.status;
  return leftRunning.length === 0 ? [] : [[texts.rows.left, texts.left(leftRunning)]];
}

function processText(
  { pid, host, version, startedAt }: ControlStatus,
  now: number,
  words: Words,
): string {
  const texts = words.cli.verbs.status;
  return texts.process(pid, texts.hosts[host], version, timeText(now - startedAt, words));
}

function commandText(
  { builderName, summary, startedAt }: RunningCommand,
  now: number,
  words: Words,
): string {
  return words.cli.verbs.status.command(builderName, summary, timeText(now - startedAt, words));
}

/** Another machine's clock, or one that was set back, must not show a negative time. */
function timeText(ms: number, { app }: Words): string {
  return app.format.duration(Math.max(0, ms));
}
