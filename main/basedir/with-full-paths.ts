import { resolve } from 'node:path';
import type { ExtraTexts } from '../worker-settings/extras-from.ts';
import { EXTRA_SETTINGS } from '../worker-settings/settings-table.ts';

/** Paths as a command line has them, from the current directory: a worker may run in another one. */
export function withFullPaths<T extends ExtraTexts>(texts: T): T {
  const paths = EXTRA_SETTINGS.flatMap(({ name, isPath = false }) => {
    const text = texts[name]?.trim();
    return isPath && text ? [[name, resolve(text)] as const] : [];
  });
  return { ...texts, ...Object.fromEntries(paths) };
}
