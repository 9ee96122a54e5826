import { attachedLogin } from '../../checks/attached-login.ts';
import type { CheckResult } from '../../checks/check.ts';
import { draftFromDirectory } from '../../checks/draft-from-directory.ts';
import { runChecks } from '../../checks/run-checks.ts';
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
    const found = await draftFromDirectory(dir);
    if (!found.ok) throw runErrorOf(found.problem);
    const { draft, notes } = found.value;
    for (const note of notes) terminal.print(`! ${terminal.words.app.say(note)}`);
    const login = attachedLogin(await statusIfRunning(draft.basedir ?? dir));
    const known = login === undefined ? {} : { login };
    let hasFailed = false;
    for await (const result of runChecks(draft, new AbortController().signal, known)) {
      terminal.print(checkLine(result, terminal.words));
      hasFailed ||= result.state === 'failed';
    }
    return hasFailed ? 1 : 0;
  },
});

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
