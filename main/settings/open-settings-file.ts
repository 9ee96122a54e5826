import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import { codeOf } from '../lib/message-of.ts';
import type { Settings } from './settings-schema.ts';
import type { SettingsFile } from './settings-store.ts';

/** It may hold an encrypted password: nobody else needs to read it. */
const FILE_MODE = 0o600;
/** Far above what any number of workers needs. */
const MAX_BYTES = 4 * 1024 * 1024;

/** `settings.json` in the app's own folder. */
export function openSettingsFile(dir: string): SettingsFile {
  const path = join(dir, 'settings.json');
  const setAside = (): string => {
    const aside = `${path}.unusable`;
    renameSync(path, aside);
    return aside;
  };
  const openNew = (): Store<Partial<Settings>> => {
    setAside();
    return new Store(optionsFor(dir));
  };
  const store = mayBeSettings(path) ? (openStore(dir) ?? openNew()) : openNew();
  return {
    read: () => store.store,
    write: (settings) => {
      store.store = settings;
    },
    setAside,
  };
}

/** The store reads its file without looking: it would wait at a pipe, and read a device without end. */
function mayBeSettings(path: string): boolean {
  try {
    const stats = statSync(path);
    return stats.isFile() && stats.size <= MAX_BYTES;
  } catch (error) {
    return codeOf(error) !== 'ELOOP';
  }
}

/** Undefined when the file is no JSON. */
function openStore(dir: string): Store<Partial<Settings>> | undefined {
  try {
    return new Store(optionsFor(dir));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function optionsFor(dir: string) {
  return { cwd: dir, name: 'settings', configFileMode: FILE_MODE };
}
