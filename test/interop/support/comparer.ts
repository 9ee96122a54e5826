import type { BuildRecord, CommandRecord, LogRecord, StepRecord } from './build-record.ts';

/** One place where two records of the same build say something else. */
export interface Difference {
  readonly builder: string;
  /** For people and for `allowed-differences.ts`: `step "compile" › log stdio › stdout`. */
  readonly where: string;
  /** undefined: this record has nothing there. */
  readonly reference: string | undefined;
  readonly candidate: string | undefined;
}

/** Every difference of two normalised records, in the order of the build. */
export function differencesOf(reference: BuildRecord, candidate: BuildRecord): Difference[] {
  const ours = factsOf(candidate);
  const theirs = factsOf(reference);
  const places = new Set([...theirs.keys(), ...ours.keys()]);
  return [...places]
    .map((where) => ({
      builder: reference.builder,
      where,
      reference: theirs.get(where),
      candidate: ours.get(where),
    }))
    .filter((found) => found.reference !== found.candidate);
}

type Facts = Map<string, string>;

/** A record as a list of places and what stands there, so that a comparison names the place. */
function factsOf(record: BuildRecord): Facts {
  const facts: Facts = new Map();
  facts.set('results', String(record.results));
  facts.set('state', record.stateString);
  for (const [name, value] of Object.entries(record.properties))
    facts.set(`property ${name}`, JSON.stringify(value));
  for (const step of record.steps) addStep(facts, step);
  facts.set('steps', record.steps.map(({ name }) => name).join(' · '));
  return facts;
}

function addStep(facts: Facts, step: StepRecord): void {
  const at = `step "${step.name}"`;
  facts.set(`${at} › results`, String(step.results));
  facts.set(`${at} › state`, step.stateString);
  facts.set(`${at} › hidden`, String(step.hidden));
  facts.set(`${at} › urls`, step.urls.join(' · '));
  facts.set(`${at} › logs`, step.logs.map(({ name }) => name).join(' · '));
  for (const log of step.logs) addLog(facts, `${at} › log ${log.name}`, log);
  for (const [index, command] of step.commands.entries())
    addCommand(facts, `${at} › command ${index + 1} (${command.command})`, command);
}

function addLog(facts: Facts, at: string, log: LogRecord): void {
  facts.set(`${at} › kind`, log.type);
  facts.set(`${at} › complete`, String(log.complete));
  facts.set(`${at} › lines`, String(log.lines));
  for (const [name, text] of Object.entries(log.streams)) facts.set(`${at} › ${name}`, text);
}

function addCommand(facts: Facts, at: string, command: CommandRecord): void {
  facts.set(`${at} › updates`, orderOfUpdates(command).join(' → '));
  facts.set(`${at} › complete`, JSON.stringify(command.complete));
}

/** The texts are in the logs; here only their turn counts, and the values of all the rest. */
function orderOfUpdates(command: CommandRecord): string[] {
  const order: string[] = [];
  let outputs = new Set<string>();
  const flush = (): void => {
    if (outputs.size > 0) order.push([...outputs].sort().join('+'));
    outputs = new Set();
  };
  for (const [key, value] of command.updates) {
    // Pipes and files are read in no certain order among themselves.
    if (key === 'stdout' || key === 'stderr' || key.startsWith('log ')) outputs.add(key);
    else {
      flush();
      order.push(key === 'header' ? 'header' : `${key}=${JSON.stringify(value)}`);
    }
  }
  flush();
  return order;
}

/** For the message of a failing test. */
export function reportOf(differences: readonly Difference[]): string {
  return differences.map(paragraphOf).join('\n');
}

const LONGEST = 240;

function paragraphOf({ builder, where, reference, candidate }: Difference): string {
  const head = `build ${builder} › ${where}`;
  if (reference === undefined) return `${head}\n  only the candidate has it: ${shown(candidate)}\n`;
  if (candidate === undefined) return `${head}\n  only the reference has it: ${shown(reference)}\n`;
  const before = reference.split('\n');
  const after = candidate.split('\n');
  const at = before.findIndex((line, index) => line !== after[index]);
  const index = at === -1 ? before.length : at;
  const place = before.length + after.length > 2 ? ` (line ${index + 1})` : '';
  return [
    `${head}${place}`,
    `  reference: ${shown(before[index])}`,
    `  candidate: ${shown(after[index])}`,
    before.length === after.length ? '' : `  lines: ${before.length} and ${after.length}\n`,
  ].join('\n');
}

function shown(text: string | undefined): string {
  if (text === undefined) return 'nothing more';
  const quoted = JSON.stringify(text);
  return quoted.length <= LONGEST
    ? quoted
    : `${quoted.slice(0, LONGEST)}… (${text.length} characters)`;
}
