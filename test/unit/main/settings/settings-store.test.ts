import { describe, expect, it } from 'vitest';
import { USUAL_NOTICES } from '../../../../main/contract/notice-kind.ts';
import type { Settings } from '../../../../main/settings/settings-schema.ts';
import { type SettingsFile, SettingsStore } from '../../../../main/settings/settings-store.ts';

const FRESH = {
  version: 2,
  workers: [],
  preferences: {
    theme: 'system',
    language: 'system',
    startHidden: true,
    notifications: true,
    notices: USUAL_NOTICES,
    quietHours: { isOn: false, from: 1_320, to: 420 },
    keptOutputs: 'all',
    keptOutputBytes: 200_000_000,
    keptOutputDays: 30,
    settingsDepth: 'basic',
  },
  hasReadTrayNotice: false,
  hasSeenClosingHint: false,
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
