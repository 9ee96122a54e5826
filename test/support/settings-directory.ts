import { readFile, writeFile } from 'node:fs/promises';
import { readSettings } from '../../main/basedir/read-settings.ts';
import { renderTac } from '../../main/basedir/tac/render-tac.ts';
import type { WorkerConfig } from '../../main/worker-settings/worker-config.ts';
import { CONFIG } from '../unit/main/basedir/tac/configs.ts';
import { inEnglish } from './in-english.ts';
import type { temporaryBasedir } from './temporary-basedir.ts';

/** A worker's `buildbot.tac` in a directory of a test, and what the settings page would show of it. */
export function settingsDirectory(directory: ReturnType<typeof temporaryBasedir>) {
  return {
    write: (text: string | Buffer): Promise<void> =>
      writeFile(directory.at('buildbot.tac'), text, { mode: 0o600 }),

    text: (): Promise<string> => readFile(directory.at('buildbot.tac'), 'utf8'),

    plain: (changes: Partial<WorkerConfig> = {}): string =>
      renderTac({ ...CONFIG, basedir: directory.path, ...changes }, { isRelocatable: false }),

    /** Values by name; the password as whether there is one. */
    shown: async (): Promise<Record<string, unknown>> => {
      const read = await readSettings(directory.path);
      if (!read.ok) throw new Error(inEnglish(read.problem));
      return Object.fromEntries(
        read.value.settings.map((view) => {
          if (view.kind === 'secret') return [view.name, view.isSet];
          return [view.name, 'value' in view ? view.value : view.kind];
        }),
      );
    },
  };
}
