import { checkDirectory } from '../../basedir/check-directory.ts';
import { readExtras } from '../../basedir/extras-file.ts';
import { workerConfigFrom } from '../../basedir/tac/worker-config-from.ts';
import type { CheckDraft, CheckResult } from '../../checks/check.ts';
import { runChecks } from '../../checks/run-checks.ts';
import { type Problem, problem } from '../../contract/problem.ts';
import type { Words } from '../../texts/words.ts';
import { DIRECTORY } from '../program/rows.ts';
import { runErrorOf } from '../program/usage-error.ts';
import { verb } from '../program/verb.ts';
import { statusIfRunning } from '../running-worker/find-worker.ts';

/** Checks whether the worker of a directory can run, a line each; 1 when a check failed. */
export const check = verb({
  name: 'check',
  args: [DIRECTORY],
  options: [],
  perform: async ([dir = '.'], _options, terminal) => {
    const { draft, notes } = await draftFrom(dir);
    for (const note of notes) terminal.print(`! ${terminal.words.app.say(note)}`);
    const login = await attachedLogin(draft.basedir ?? dir);
    const known = login === undefined ? {} : { login };
    let hasFailed = false;
    for await (const result of runChecks(draft, new AbortController().signal, known)) {
      terminal.print(checkLine(result, terminal.words));
      hasFailed ||= result.state === 'failed';
    }
    return hasFailed ? 1 : 0;
  },
});

interface Draft {
  readonly draft: CheckDraft;
  /** What the directory's files say and is not done. */
  readonly notes: readonly Problem[];
}

async function draftFrom(dir: string): Promise<Draft> {
  const directory = await checkDirectory(dir);
  if (!directory.ok) throw runErrorOf(directory.problem);
  const read = workerConfigFrom(directory.value.reading);
  if (!read.ok) throw runErrorOf(read.problem);
  const { config, warnings } = read.value;
  const extras = await readExtras(config.basedir);
  if (!extras.ok) throw runErrorOf(extras.problem);
  const draft = { ...config, address: config.master, extras: extras.value.extras };
  return { draft, notes: [...directory.value.notes, ...warnings, ...extras.value.notes] };
}

const ATTACHED: readonly string[] = ['idle', 'building', 'draining'];

/** A worker that is attached has logged in; a second login would only be refused. */
async function attachedLogin(basedir: string): Promise<CheckResult | undefined> {
  const running = await statusIfRunning(basedir);
  if (!running || !ATTACHED.includes(running.status.kind)) return undefined;
  const { workerName, master, pid } = running;
  const finding = problem('checks.attachedNow', { workerName, master, pid });
  return { id: 'login', state: 'passed', finding, help: undefined };
}

/** State, subject, and what was found; where it is known, what to do. */
export function checkLine(result: CheckResult, { app, cli }: Words): string {
  const { titles, states } = cli.verbs.check;
  const advice = result.help === undefined ? '' : ` ${app.say(result.help)}`;
  const state = states[result.state].padEnd(widthOf(states));
  const title = titles[result.id].padEnd(widthOf(titles));
  return `${state} ${title} ${app.say(result.finding)}${advice}`;
}

function widthOf(texts: Readonly<Record<string, string>>): number {
  return Math.max(...Object.values(texts).map(({ length }) => length)) + 1;
}
