import { describe, expect, it } from 'vitest';
import { migrateSettings } from '../../../../main/settings/migrate-settings.ts';
import { settingsSchema } from '../../../../main/settings/settings-schema.ts';

const FRESH = settingsSchema.parse({ version: 2 });

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

  it('keep the ids that they have', () => {
    const saved = { version: 2, workers: [{ id: 'a1', basedir: '/w' }] };
    expect(migrateSettings(saved)).toMatchObject({ ok: true, value: { workers: saved.workers } });
  });

  it('name what cannot be read in them', () => {
    const saved = { version: 2, workers: [{ id: 'a1' }] };
    const refused = { ok: false, problem: expect.stringMatching(/^workers\.0\.basedir: ./) };
    expect(migrateSettings(saved)).toEqual(refused);
  });
});
