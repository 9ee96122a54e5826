import { z } from 'zod';
import type { Outcome } from '../../lib/outcome.ts';
import { answers, call } from '../entries.ts';
import { nothing } from '../shapes.ts';
import { LANGUAGE_CHOICES, THEMES } from './preferences.ts';

const changes = z.strictObject({
  theme: z.enum(THEMES).exactOptional(),
  language: z.enum(LANGUAGE_CHOICES).exactOptional(),
  startHidden: z.boolean().exactOptional(),
  notifications: z.boolean().exactOptional(),
});

export const preferencesContract = {
  /** Applies and stores what is given; what is left out stays. `app.changed` announces the outcome. */
  change: call(changes, answers<Outcome<void, string>>()),
  /** Whether the desktop starts the app at login: asked each time, for others may change it. */
  startsAtLogin: call(nothing, answers<boolean>()),
  setStartsAtLogin: call(z.boolean(), answers<Outcome<void, string>>()),
  /** The user has read that this desktop shows no tray icons. */
  dismissTrayNotice: call(nothing, answers<void>()),
};
