import type { ContractHandlers } from '../../../main/contract/api.ts';
import type { Answers } from './fake-main.ts';

/** Turns the direction, isolates, begins an escape sequence, rings, and goes back to the start of the line. */
export const HOSTILE = '\u202egnp.exe\u2066\u001b[2J\u0007\rx';

/** Characters none of which may be in the page. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
export const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Where the contract carries what masters, builds, files and the system call things. */
const FOREIGN = new Set(
  `workerName master builders basedir sentence builderName builderNames summary argv workdir subject
  message text value host path facts infoDir tacPath tacText problems sharedPath withheld onlyForBuilds
  environment problem warnings`.split(/\s+/),
);
/** The same, with every text of others made hostile. */
export function hostile<T>(value: T, key = ''): T {
  return withHostileTexts(value, key) as T;
}

/** Calls that are answered the same, with hostile texts. */
export function hostileAnswers(answers: Answers): Answers {
  const subjects = Object.entries(answers).map(([subject, handlers]) => [
    subject,
    Object.fromEntries(
      Object.entries(handlers).map(([name, handler]) => [
        name,
        async (argument: never) => hostile(await (handler as (one: never) => unknown)(argument)),
      ]),
    ),
  ]);
  // A table that is walked loses its types.
  return Object.fromEntries(subjects) as Partial<ContractHandlers>;
}

function withHostileTexts(value: unknown, key: string): unknown {
  if (typeof value === 'string') return FOREIGN.has(key) ? value + HOSTILE : value;
  if (Array.isArray(value)) return value.map((one) => withHostileTexts(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withHostileTexts(one, name)]),
  );
}
