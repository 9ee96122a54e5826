import { expect, it } from 'vitest';
import {
  changedSettings,
  changeEffectFrom,
  mostDemanding,
  wordsOfEffect,
} from '../../../../main/worker-settings/change-effect.ts';
import {
  SETTING_NAMES,
  settingRow,
  wordOf,
} from '../../../../main/worker-settings/settings-table.ts';
import { CONFIG } from '../basedir/tac/configs.ts';

it('finds what differs, in the order of the table', () => {
  expect(changedSettings(CONFIG, CONFIG)).toEqual([]);
  expect(changedSettings(CONFIG, { ...CONFIG, logSize: 1, keepalive: 1 })).toEqual([
    'keepalive',
    'logSize',
  ]);
});

it('takes the most demanding of several effects', () => {
  expect(mostDemanding([])).toBe('nothing');
  expect(mostDemanding(['apply-live', 'restart-worker', 'reconnect'])).toBe('restart-worker');
  expect(changeEffectFrom(CONFIG, CONFIG)).toBe('nothing');
  expect(changeEffectFrom(CONFIG, { ...CONFIG, keepalive: 1, basedir: '/other' })).toBe(
    settingRow('basedir').effect,
  );
});

it('names every setting under the effect of its row, and under no other', () => {
  const effects = ['apply-live', 'reconnect', 'restart-worker'] as const;
  const named = effects.flatMap(wordsOfEffect);
  expect([...named].sort()).toEqual(SETTING_NAMES.map(wordOf).sort());
  expect(wordsOfEffect('restart-worker')).toContain('basedir');
});
