import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import type { Settings } from './settings-schema.ts';
import type { SettingsFile } from './settings-store.ts';

/** It may hold an encrypted password: nobody else needs to read it. */
const FILE_MODE = 0o600;

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
  const store = openStore(dir) ?? openNew();
  return {
    read: () => store.store,
    write: (settings) => {
      store.store = settings;
    },
    setAside,
  };
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
