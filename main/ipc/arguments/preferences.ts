import { z } from 'zod';
import { LANGUAGE_CHOICES, THEMES } from '../../contract/preferences.ts';
import type { ArgumentsOf } from './shapes.ts';

export const preferencesArguments: ArgumentsOf<'preferences'> = {
  'preferences.change': z.strictObject({
    theme: z.enum(THEMES).exactOptional(),
    language: z.enum(LANGUAGE_CHOICES).exactOptional(),
    notifications: z.boolean().exactOptional(),
  }),
};
