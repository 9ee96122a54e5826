import { describe, expect, it } from 'vitest';
import { migrateSettings } from '../../../../main/settings/migrate-settings.ts';
import type { Settings } from '../../../../main/settings/settings-schema.ts';
import { type SettingsFile, SettingsStore } from '../../../../main/settings/settings-store.ts';

const FRESH = {
  version: 2,
  workers: [],
  preferences: { theme: 'system', language: 'system', startHidden: true, notifications: true },
  hasReadTrayNotice: false,
};

class MemoryFile implements SettingsFile {
  saved: unknown;
  hasBeenSetAside = false;

  constructor(saved: unknown) {
    this.saved = saved;
  }

  read(): unknown {
    return this.saved;
  }

  write(settings: Settings): void {
    this.saved = settings;
  }

  setAside(): string {
    this.hasBeenSetAside = true;
    return 'settings.json.unusable';
  }
}

describe('the settings', () => {
  it('are the defaults at the first start, and nothing is written', () => {
    const file = new MemoryFile({});
    expect(new SettingsStore(file).current).toEqual(FRESH);
    expect(file.saved).toEqual({});
  });

  it('write each change and announce it', () => {
    const file = new MemoryFile({});
    const store = new SettingsStore(file);
    const heard: Settings[] = [];
    store.onChanged((settings) => heard.push(settings));
    const worker = { id: 'a1', basedir: '/w', pausedUntil: 'resumed' } as const;
    store.change({ workers: [worker] });
    expect(file.saved).toEqual({ ...FRESH, workers: [worker] });
    expect(heard).toEqual([file.saved]);
    expect(new SettingsStore(file).current).toEqual(file.saved);
  });

  it('start from nothing beside a file that cannot be used, and report it', () => {
    const file = new MemoryFile({ version: 1, workers: 'none' });
    const store = new SettingsStore(file);
    expect(store.current).toEqual(FRESH);
    expect(file.hasBeenSetAside).toBe(true);
    expect(store.problem).toContain('settings.json.unusable');
  });
});

describe('settings of other versions', () => {
  it.each([{}, { version: 1 }])('%j get an id for each worker, the same each time', (before) => {
    const saved = { ...before, workers: [{ basedir: '/w' }, { basedir: '/x' }] };
    const migrated = migrateSettings(saved);
    expect(migrated).toEqual({
      ok: true,
      value: {
        ...FRESH,
        workers: [
          { id: expect.stringMatching(/^[0-9a-f]{8}$/), basedir: '/w' },
          { id: expect.stringMatching(/^[0-9a-f]{8}$/), basedir: '/x' },
        ],
      },
    });
    expect(migrateSettings(saved)).toEqual(migrated);
  });

  it.each([
    ['a newer one', { version: 3 }, 'a newer Buildtray wrote it'],
    ['a text', 'settings', 'it holds no settings'],
    ['nothing', null, 'it holds no settings'],
  ])('from %s are refused with a reason', (_what, saved, problem) => {
    expect(migrateSettings(saved)).toEqual({ ok: false, problem });
  });
});
