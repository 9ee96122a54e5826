import { z } from 'zod';
import { expected, number, origin, place, text } from './facts.ts';

/** What is used in the place of a value that cannot be used: a default, or the file's own directory. */
const substitute = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('default'), value: text }),
  z.object({ kind: z.literal('own-directory') }),
]);
export type Substitute = Readonly<z.infer<typeof substitute>>;

/** What has to be done so that a file gets a place for a setting. */
const remedy = z.enum(['upgrade', 'name-in-log-block', 'add-application']);
export type PlaceRemedy = z.infer<typeof remedy>;

/** What code does that no setting covers. */
const OWN_EFFECTS = [
  'environment',
  'umask',
  'priority',
  'directory',
  'limits',
  'user',
  'command',
  'service',
  'log',
  'import',
  'code',
] as const;
const ownEffect = z.enum(OWN_EFFECTS);
export type OwnEffect = z.infer<typeof ownEffect>;

/** What is wrong inside a `buildbot.tac`. */
export const tac = {
  /** With a cause. */
  unusable: { path: text },
  tooLarge: { path: text },
  lacksSign: { path: text },
  noWorkerInText: {},

  hasNoWorker: { path: text },
  hasSeveralWorkers: { path: text, count: number, lines: text },
  hasEitherWorker: { path: text, lines: text, keyword: text },
  hidesWorker: { place, keyword: text },
  endsItself: { place, code: text },
  mayEndItself: { place, code: text, keyword: text },
  addsNoWorker: { place },
  mayAddNoWorker: { place, keyword: text },
  changesEnvironment: { place, names: text },
  doesMoreThanSet: { place, code: text, effect: ownEffect },
  doesMore: { path: text, count: number },
  rotatesDaily: { place },
  hasUnknownArgument: { place, argument: text },
  hasUnknownPosition: { place, position: number },
  isNoPython: { place },

  lacks: { path: text, setting: text },
  hasNone: { place, setting: text },
  lacksPassword: { place },
  namesTwoWays: { place, setting: text },
  computes: { place, setting: text, code: text },
  computesPassword: { place, code: text },
  computesInstead: { place, setting: text, code: text, used: substitute },
  lacksOrigin: { place, setting: text, origin },
  lacksOriginInstead: { place, setting: text, origin, used: substitute },
  expectsInstead: { place, setting: text, expected, used: substitute },

  keepsComputed: { place, setting: text, code: text },
  cannotBeEdited: { path: text },
  lacksPlace: { path: text, setting: text, remedy },
};
