import { expect, it } from 'vitest';
import { typedSetting } from '../../../../../main/cli/program/typed-setting.ts';
import { UsageError } from '../../../../../main/cli/program/usage-error.ts';

it('reads what was typed for a setting', () => {
  expect(typedSetting('protection', 'guarded')).toBe('guarded');
  expect(typedSetting('keepalive', '60')).toBe(60);
});

it('refuses a value that the setting cannot have', () => {
  expect(() => typedSetting('protection', 'closed')).toThrow(UsageError);
});
