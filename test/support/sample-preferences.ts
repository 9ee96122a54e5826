import { USUAL_NOTICES } from '../../main/contract/notice-kind.ts';
import type { Preferences } from '../../main/contract/preferences-contract.ts';

export const SAMPLE_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'en',
  startHidden: true,
  notifications: true,
  notices: USUAL_NOTICES,
  quietHours: { isOn: false, from: 1_320, to: 420 },
  keptOutputs: 'all',
  keptOutputBytes: 200_000_000,
  keptOutputDays: 30,
  settingsDepth: 'basic',
};
