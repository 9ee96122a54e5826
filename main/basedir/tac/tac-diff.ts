import { createTwoFilesPatch } from 'diff';
import { maskedTacText } from './masked-tac-text.ts';

/** What differs, as a unified diff without secrets; empty where nothing does. */
export function tacDiff(tacPath: string, before: string, after: string, afterName: string): string {
  if (before === after) return '';
  const [old = '', changed = ''] = [before, after].map((text) => maskedTacText(text, tacPath));
  return createTwoFilesPatch(tacPath, afterName, old, changed, undefined, undefined, {
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
}
