import { problem } from '../../contract/problem.ts';
import type { PlaceRemedy } from '../../contract/problems/tac.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { addedBlocks, isAddedWithBlock } from './added-blocks.ts';
import { applyEdits, type Edit } from './python/apply-edits.ts';
import type { TacLiteral } from './python/literal-from.ts';
import type { Span } from './python/span.ts';
import type { Surroundings } from './python/surroundings.ts';
import { readTac } from './read-tac.ts';
import { renderLiteral } from './render-literal.ts';
import {
  TAC_SETTINGS,
  type TacEntry,
  type TacProblem,
  type TacReading,
  type TacSetting,
} from './tac-reading.ts';
import type { TacValues } from './tac-settings-from.ts';
import {
  keywordOfSetting,
  positionalOrder,
  ROTATION_VARIABLES,
  valueWhenAbsent,
} from './worker-arguments.ts';

export interface EditOptions {
  /** What the file finds on the machine, as when it was read. */
  readonly surroundings?: Surroundings | undefined;
  /** Writes a value in the place of code that computes it, as the user has agreed to. Default: false. */
  readonly replacesCode?: boolean;
}

/**
 * Replaces the values of settings and leaves every other character of the file as it is. A setting
 * the file does not have is added to the call of the worker class.
 *
 * Errors: a setting that is computed by code, unless that is to be replaced, or one that has no place.
 *         Then nothing changes.
 */
export function editTac(
  text: string,
  tacPath: string,
  changes: TacValues,
  { replacesCode = false, surroundings }: EditOptions = {},
): Outcome<string, TacProblem> {
  const before = readTac(text, tacPath, surroundings);
  const [unusable] = before.problems;
  if (unusable) return failed(unusable);
  const edits: Edit[] = [];
  for (const [setting, value] of changesOf(changes)) {
    const edit = editFor(before, setting, value, replacesCode);
    if (!edit.ok) return edit;
    if (edit.value) edits.push(edit.value);
  }
  edits.push(...addedBlocks(text, before, changes));
  const edited = applyEdits(text, edits);
  return isAsRequested(before, readTac(edited, tacPath, surroundings), changes)
    ? succeeded(edited)
    : failed({ kind: 'computed', problem: problem('tac.cannotBeEdited', { path: tacPath }) });
}

const KEPT_ELSEWHERE = '  # kept outside this file by Buildtray; buildbot-worker needs it here';

/** Takes the password out of the file, and notes there where it went. */
export function removePassword(text: string, tacPath: string): Outcome<string, TacProblem> {
  const edited = editTac(text, tacPath, { passwd: '' });
  if (!edited.ok) return edited;
  const entry = readTac(edited.value, tacPath).settings.get('passwd');
  if (entry?.kind !== 'literal') return edited;
  const { to } = entry.span;
  const endsLine = /^[ \t]*(?:[\r\n]|$)/.test(edited.value.slice(to, to + 200));
  return endsLine
    ? succeeded(edited.value.slice(0, to) + KEPT_ELSEWHERE + edited.value.slice(to))
    : edited;
}

function changesOf(changes: TacValues): [TacSetting, TacLiteral][] {
  return TAC_SETTINGS.flatMap((setting): [TacSetting, TacLiteral][] => {
    const value = changes[setting];
    return value === undefined ? [] : [[setting, value]];
  });
}

function editFor(
  reading: TacReading,
  setting: TacSetting,
  value: TacLiteral,
  replacesCode: boolean,
): Outcome<Edit | undefined, TacProblem> {
  const entry = reading.settings.get(setting);
  const replacement = renderLiteral(value, setting);
  if (!entry) return addition(reading, setting, value, replacement);
  if (entry.kind === 'computed') {
    // In the call alone: what computes it may serve other ends, too.
    if (replacesCode) return succeeded({ ...entry.argument, replacement });
    const place = { path: reading.tacPath, line: entry.line };
    const why = problem('tac.keepsComputed', { place, setting, code: entry.snippet });
    return failed({ kind: 'computed', setting, problem: why });
  }
  if (entry.value === value) return succeeded(undefined);
  return succeeded({ ...placeOf(reading, setting, entry, entry.span), replacement });
}

/** Where to write: the literal itself, unless another setting is made of the same one. */
function placeOf(reading: TacReading, setting: TacSetting, entry: TacEntry, span: Span): Span {
  const isShared = [...reading.settings].some(
    ([other, that]) => other !== setting && that.kind === 'literal' && that.span.from === span.from,
  );
  return isShared ? entry.argument : span;
}

function addition(
  reading: TacReading,
  setting: TacSetting,
  value: TacLiteral,
  replacement: string,
): Outcome<Edit | undefined, TacProblem> {
  if (value === valueWhenAbsent(setting)) return succeeded(undefined);
  if (isAddedWithBlock(reading, setting)) return succeeded(undefined);
  if (
    !reading.callEnd ||
    !positionalOrder(reading.age ?? 'buildbot_worker.bot').includes(setting)
  ) {
    const remedy = howToMakePlace(reading, setting);
    const why = problem('tac.lacksPlace', { path: reading.tacPath, setting, remedy });
    return failed({ kind: 'missing', setting, problem: why });
  }
  const { at, separator } = reading.callEnd;
  const argument = `${separator}${keywordOfSetting(setting)}=${replacement}`;
  return succeeded({ from: at, to: at, replacement: argument });
}

function howToMakePlace({ hasLogBlock }: TacReading, setting: TacSetting): PlaceRemedy {
  if (!ROTATION_VARIABLES.includes(setting)) return 'upgrade';
  return hasLogBlock ? 'name-in-log-block' : 'add-application';
}

/** Whether the edited file has what was requested, and everything else as before. */
function isAsRequested(before: TacReading, after: TacReading, changes: TacValues): boolean {
  if (after.problems.length > 0 || after.age !== before.age) return false;
  return TAC_SETTINGS.every((setting) => {
    const change = changes[setting];
    const wanted = change === undefined ? literalOf(before.settings.get(setting)) : change;
    return sameValue(setting, literalOf(after.settings.get(setting)), wanted);
  });
}

function literalOf(entry: TacEntry | undefined): TacLiteral | undefined {
  return entry?.kind === 'literal' ? entry.value : undefined;
}

function sameValue(
  setting: TacSetting,
  found: TacLiteral | undefined,
  wanted: TacLiteral | undefined,
): boolean {
  const absent = valueWhenAbsent(setting);
  return (found ?? absent) === (wanted ?? absent);
}
