import { type ArgumentsOf, nothing } from './shapes.ts';

export const rehearsalArguments: ArgumentsOf<'rehearsal'> = {
  'rehearsal.snapshot': nothing,
  'rehearsal.start': nothing,
  'rehearsal.cancel': nothing,
  'rehearsal.recentOutput': nothing,
};
