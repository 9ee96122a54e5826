import { type Edit, lineEndOf } from './python/apply-edits.ts';
import { logBlock, ownVariable } from './render-tac.ts';
import type { TacReading, TacSetting } from './tac-reading.ts';
import type { TacValues } from './tac-settings-from.ts';
import { OWN_VARIABLES, ROTATION_VARIABLES, valueWhenAbsent } from './worker-arguments.ts';

/** Whether a setting that the file does not have comes with lines of its own, not with the call. */
export function isAddedWithBlock(reading: TacReading, setting: TacSetting): boolean {
  if (OWN_VARIABLES.includes(setting)) return true;
  return ROTATION_VARIABLES.includes(setting) && canTakeLogBlock(reading);
}

/** The lines that settings need which the file has no place for yet. */
export function addedBlocks(text: string, reading: TacReading, changes: TacValues): Edit[] {
  const wants = (setting: TacSetting): boolean => {
    const value = changes[setting];
    return (
      value !== undefined &&
      value !== valueWhenAbsent(setting) &&
      !reading.settings.has(setting) &&
      isAddedWithBlock(reading, setting)
    );
  };
  const edits: Edit[] = [];
  if (ROTATION_VARIABLES.some(wants)) edits.push(...logBlockEdit(text, reading, changes));
  for (const setting of OWN_VARIABLES.filter(wants)) {
    const gap = text === '' || /[\r\n]$/.test(text) ? '\n' : '\n\n';
    const lines = `${gap}${ownVariable(setting, changes[setting] ?? null)}\n`;
    edits.push(insertion(text, text.length, lines));
  }
  return edits;
}

function canTakeLogBlock({ hasLogBlock, application }: TacReading): boolean {
  return !hasLogBlock && application !== undefined;
}

function logBlockEdit(text: string, { application }: TacReading, changes: TacValues): Edit[] {
  if (!application) return [];
  const { name, end, knowsBasedir } = application;
  const lineEnd = text.slice(end).search(/\r|\n|$/) + end;
  const folder = knowsBasedir ? 'basedir' : 'os.path.dirname(os.path.abspath(__file__))';
  const block = logBlock(changes, { application: name, folder });
  return [insertion(text, lineEnd, `\n\nimport os\n\n${block}`)];
}

function insertion(text: string, at: number, lines: string): Edit {
  return { from: at, to: at, replacement: lines.replaceAll('\n', lineEndOf(text)) };
}
