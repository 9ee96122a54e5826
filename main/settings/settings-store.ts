import { Emitter } from '../lib/emitter.ts';
import type { Teardown } from '../lib/teardown.ts';
import { migrateSettings } from './migrate-settings.ts';
import { CURRENT_VERSION, type Settings, settingsSchema } from './settings-schema.ts';

/** Where the settings lie. */
export interface SettingsFile {
  /** What was saved; an empty object at the first start. */
  read(): unknown;
  /** Replaces the file at once or not at all. */
  write(settings: Settings): void;
  /** Puts a file that cannot be used out of the way, and keeps it; gives back where. */
  setAside(): string;
}

/** The app's own settings: read once, then written at each change. */
export class SettingsStore {
  readonly #file: SettingsFile;
  readonly #changed = new Emitter<Settings>();
  #current: Settings;
  /** A sentence about a file that could not be used; undefined when all is well. */
  readonly problem: string | undefined;

  constructor(file: SettingsFile) {
    this.#file = file;
    const migrated = migrateSettings(file.read());
    if (migrated.ok) {
      this.#current = migrated.value;
      return;
    }
    this.#current = settingsSchema.parse({ version: CURRENT_VERSION });
    this.problem = `The settings cannot be used (${migrated.problem}); they were put aside as ${file.setAside()}.`;
  }

  get current(): Settings {
    return this.#current;
  }

  change(changes: Partial<Settings>): void {
    this.#current = settingsSchema.parse({ ...this.#current, ...changes });
    this.#file.write(this.#current);
    this.#changed.emit(this.#current);
  }

  onChanged(listener: (settings: Settings) => void): Teardown {
    return this.#changed.on(listener);
  }
}
