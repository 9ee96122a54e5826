import type { Outcome } from '../../lib/outcome.ts';
import { announcement, answers, call } from '../entries.ts';
import { nothing } from '../shapes.ts';
import type { RehearsalOutput, RehearsalView } from './rehearsal-view.ts';

/** A build that shows what a worker does, before anybody gave a name and a password. */
export const rehearsalContract = {
  /** The state of the rehearsal, or of the last one; `changed` announces the rest. */
  snapshot: call(nothing, answers<RehearsalView>()),
  changed: announcement<RehearsalView>(),
  /** Resolves once it is under way. Errors: the sentence why it cannot begin. */
  start: call(nothing, answers<Outcome<void, string>>()),
  /** Resolves when nothing is left of it; without one it does nothing. */
  cancel: call(nothing, answers<void>()),
  /** Everything that was printed since the start, oldest first. */
  recentOutput: call(nothing, answers<readonly RehearsalOutput[]>()),
  printed: announcement<readonly RehearsalOutput[]>(),
};
