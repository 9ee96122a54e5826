import { type Problem, problem } from '../../contract/problem.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import type { TacLiteral } from '../tac/python/literal-from.ts';
import { readTac } from '../tac/read-tac.ts';
import type { TacEntry, TacReading, TacSetting } from '../tac/tac-reading.ts';
import { inPython3, notPython3 } from './in-python3.ts';
import { missingName } from './missing-name.ts';
import { withNewArguments } from './with-new-arguments.ts';
import { withNewNames } from './with-new-names.ts';
import { withPython3Names } from './with-python3-names.ts';
import { withTodaysSettings } from './with-todays-settings.ts';

export interface UpgradedTac {
  /** The text as it was when there was nothing to do. */
  readonly text: string;
  /** What was done. */
  readonly steps: readonly Problem[];
  /** Sentences about what was kept as it is, such as settings that code computes. */
  readonly notes: readonly Problem[];
}

/**
 * Brings a `buildbot.tac` of any age to what Buildbot 4 writes and Python 3 runs. Comments, own code and
 * every value stay.
 *
 * Errors: one sentence why it has to be done by hand.
 */
export function upgradeTac(text: string, tacPath: string): Outcome<UpgradedTac, Problem> {
  const before = readTac(text, tacPath);
  const [unusable] = before.problems;
  if (unusable) return failed(unusable.problem);
  const steps: Problem[] = [];
  const spelled = inPython3(text);
  const modern = withPython3Names(spelled);
  if (modern !== text) steps.push(problem('upgrade.spelledInPython3'));
  const old = notPython3(modern);
  if (old) return failed(notPython3Problem(tacPath, old));
  const missing = missingName(withNewNames(modern));
  if (missing) {
    const { line, name } = missing;
    return failed(problem('upgrade.lacksName', { place: { path: tacPath, line }, name }));
  }
  const renamed = renamedFrom(modern, before);
  if (renamed !== modern) steps.push(problem('upgrade.namedAsToday'));
  const { text: upgraded, added } = withTodaysSettings(renamed, readTac(renamed, tacPath));
  if (added.length > 0)
    steps.push(problem('upgrade.addedDefaults', { settings: added.join(', ') }));
  const after = readTac(upgraded, tacPath);
  return saysTheSame(before, after) && notPython3(upgraded) === undefined
    ? succeeded({ text: upgraded, steps, notes: notesOf(after) })
    : failed(problem('upgrade.cannotUpgrade', { path: tacPath }));
}

function renamedFrom(text: string, before: TacReading): string {
  if (before.age === 'buildbot_worker.bot') return withNewNames(text);
  const { call } = readTac(text, before.tacPath);
  return withNewNames(call ? withNewArguments(text, call) : text);
}

function notPython3Problem(
  tacPath: string,
  { line, source }: { line: number; source: string },
): Problem {
  const shown = source.length > 60 ? `${source.slice(0, 59)}…` : source;
  return problem('upgrade.notPython3', { place: { path: tacPath, line }, code: shown });
}

/** What is kept as it is, and what of it Buildtray does not do. */
function notesOf(reading: TacReading): Problem[] {
  const off = reading.off ? [reading.off.problem] : [];
  return [...notesFrom(reading), ...reading.warnings, ...off];
}

/** One note for each piece of code, whatever number of settings it computes. */
function notesFrom({ settings, tacPath }: TacReading): Problem[] {
  const byCode = new Map<string, { line: number; code: string; names: TacSetting[] }>();
  for (const [setting, entry] of settings) {
    if (entry.kind !== 'computed') continue;
    const { line, snippet: code } = entry;
    const { names } = byCode.get(`${line} ${code}`) ?? { names: [] };
    byCode.set(`${line} ${code}`, { line, code, names: [...names, setting] });
  }
  return [...byCode.values()].map(({ line, code, names }) => {
    const place = { path: tacPath, line };
    return problem('upgrade.keepsCode', { place, code, settings: names.join(', ') });
  });
}

/** Every value is what it was, and what is new means no more than the default. */
function saysTheSame(before: TacReading, after: TacReading): boolean {
  if (after.problems.length > 0 || after.age !== 'buildbot_worker.bot') return false;
  if (after.applicationName !== 'buildbot-worker') return false;
  if (before.hasLogBlock !== after.hasLogBlock) return false;
  // What was no Python before could not be judged.
  if (before.off && before.off.problem.key !== after.off?.problem.key) return false;
  return [...before.settings].every(([setting, entry]) => {
    if (setting === 'usepty') return !after.settings.has(setting);
    const kept = after.settings.get(setting);
    return kept?.kind === entry.kind && literalOf(kept) === literalOf(entry);
  });
}

function literalOf(entry: TacEntry): TacLiteral | undefined {
  return entry.kind === 'literal' ? entry.value : undefined;
}
