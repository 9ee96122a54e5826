import { z } from 'zod';
import { LANGUAGE_CHOICES, THEMES } from '../../contract/app/preferences.ts';
import { type ArgumentsOf, nothing } from './shapes.ts';

export const preferencesArguments: ArgumentsOf<'preferences'> = {
  'preferences.change': z.strictObject({
    theme: z.enum(THEMES).exactOptional(),
    language: z.enum(LANGUAGE_CHOICES).exactOptional(),
    startHidden: z.boolean().exactOptional(),
    notifications: z.boolean().exactOptional(),
  }),
  'preferences.startsAtLogin': nothing,
  'preferences.setStartsAtLogin': z.boolean(),
  'preferences.dismissTrayNotice': nothing,
};
