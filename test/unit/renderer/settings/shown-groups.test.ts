import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../../main/texts/texts.ts';
import type { SettingDepth } from '../../../../main/worker-settings/setting-row.ts';
import { settingRow } from '../../../../main/worker-settings/settings-table.ts';
import type { Edits } from '../../../../renderer/components/settings/settings-form.ts';
import { shownGroups } from '../../../../renderer/settings/shown-groups.ts';
import { sampleSettings } from '../../../window/support/samples.ts';

const { settings } = textsIn('en');

function shown(depth: SettingDepth, edits: Edits = {}, query = '', refused?: 'umask') {
  const { groups, more } = shownGroups(
    sampleSettings(),
    edits,
    { depth, query, refused },
    settings,
  );
  return { names: groups.flatMap(({ fields }) => fields), more };
}

describe('the settings that the page shows', () => {
  it('are at first those that the table calls basic, as the master is reached', () => {
    const { names } = shown('basic');
    expect(names).toContain('host');
    expect(names).not.toContain('connectionString');
    expect(names.filter((name) => settingRow(name).isBasic !== true)).toEqual([]);
  });

  it('are counted where there are more', () => {
    const all = shown('all');
    expect(shown('basic').more).toBe(all.names.length - shown('basic').names.length);
    expect(all.more).toBe(0);
  });

  it('include what was changed or refused, at any depth', () => {
    expect(shown('basic', { keepalive: '5 min' }).names).toContain('keepalive');
    expect(shown('basic', {}, '', 'umask').names).toContain('umask');
  });

  it('are found at every depth', () => {
    expect(shown('basic', {}, 'keepalive')).toEqual({ names: ['keepalive'], more: 0 });
    expect(shown('basic', {}, 'no such word').names).toEqual([]);
  });
});
