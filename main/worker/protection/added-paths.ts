import { resolve } from 'node:path';
import type { AddedPath } from './file-view.ts';

const WRITABLE = /:rw$/;

/** The paths that the setting names; none where nothing is set. */
export function addedPathsFrom(setting: string | undefined): readonly AddedPath[] {
  return wordsOf(setting).map((word) => ({
    path: resolve(word.replace(WRITABLE, '').trim()),
    isWritable: WRITABLE.test(word),
  }));
}

/** The words of a setting that separates them by commas. */
export function wordsOf(setting: string | undefined): readonly string[] {
  return (setting ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
