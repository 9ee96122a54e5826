import type { Preferences } from '../../main/contract/preferences-contract.ts';

export const SAMPLE_PREFERENCES: Preferences = {
  theme: 'system',
  language: 'en',
  startHidden: true,
  notifications: true,
  keptOutputs: 'all',
  keptOutputBytes: 200_000_000,
  keptOutputDays: 30,
};
