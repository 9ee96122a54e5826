import { readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { openSettingsFile } from '../../../../main/settings/open-settings-file.ts';
import { settingsSchema } from '../../../../main/settings/settings-schema.ts';
import { onlyIf } from '../../../support/only-on.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

// What Electron adds is the app's own folder and its version.
vi.mock('electron-store', async () => {
  const { default: Conf } = await import('conf');
  return {
    default: class extends Conf {
      constructor({ name, ...options }: { readonly name: string; readonly cwd: string }) {
        super({ ...options, configName: name, projectVersion: '1.0.0' });
      }
    },
  };
});

const basedir = temporaryBasedir();
const SETTINGS = settingsSchema.parse({ version: 2, workers: [{ id: 'a1', basedir: '/w' }] });

describe('the file of the settings', () => {
  it('is empty at first, then what was written', () => {
    const file = openSettingsFile(basedir.path);
    expect(file.read()).toEqual({});
    file.write(SETTINGS);
    expect(openSettingsFile(basedir.path).read()).toEqual(SETTINGS);
  });

  const onPosix = onlyIf(process.platform !== 'win32', 'Windows has no modes');
  it('is nobody else’s to read', onPosix, async () => {
    openSettingsFile(basedir.path).write(SETTINGS);
    expect((await stat(basedir.at('settings.json'))).mode & 0o777).toBe(0o600);
  });

  it('is put aside, and kept, where it is no JSON', async () => {
    await writeFile(basedir.at('settings.json'), '{"version": 2,');
    const file = openSettingsFile(basedir.path);
    expect(file.read()).toEqual({});
    file.write(SETTINGS);
    expect(await readFile(basedir.at('settings.json.unusable'), 'utf8')).toBe('{"version": 2,');
  });

  it('is put aside when its settings cannot be used', async () => {
    await writeFile(basedir.at('settings.json'), '{"version": 99}');
    const file = openSettingsFile(basedir.path);
    expect(file.read()).toEqual({ version: 99 });
    expect(file.setAside()).toBe(basedir.at('settings.json.unusable'));
    expect(await readFile(basedir.at('settings.json.unusable'), 'utf8')).toBe('{"version": 99}');
  });
});
