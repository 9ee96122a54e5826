import { UsageError } from './usage-error.ts';

/** The words after a verb that changes things: `[DIR] NAME=VALUE...`. */
export interface Assignments {
  readonly dir: string;
  readonly values: readonly (readonly [name: string, value: string])[];
}

const ASSIGNMENT = /^([\w.-]+)=(.*)$/s;

/** A first word that assigns nothing is the directory; by default the current one. Errors: UsageError. */
export function assignmentsFrom(words: readonly string[]): Assignments {
  const [first = ''] = words;
  const hasDir = words.length > 0 && !ASSIGNMENT.test(first);
  const values = words.slice(hasDir ? 1 : 0).map((word) => {
    const [, name, value] = ASSIGNMENT.exec(word) ?? [];
    if (name !== undefined && value !== undefined) return [name, value] as const;
    throw new UsageError(({ cli }) => cli.program.usage.changesNothing(word));
  });
  const twice = values.find(([name], at) => values.findIndex(([other]) => other === name) !== at);
  if (twice) throw new UsageError(({ cli }) => cli.program.usage.namedTwice(twice[0]));
  return { dir: hasDir ? first : '.', values };
}

/**
 * Secrets whose value is `-` read a line of standard input each, in their order.
 *
 * `input` is asked for all of it, and only where a line is needed.
 */
export async function withInput(
  values: Assignments['values'],
  isSecret: (name: string) => boolean,
  input: () => Promise<string>,
): Promise<Assignments['values']> {
  const isRead = ([name, value]: readonly [string, string]): boolean =>
    value === '-' && isSecret(name);
  if (!values.some(isRead)) return values;
  const lines = (await input()).split(/\r?\n/);
  return values.map((one) => (isRead(one) ? [one[0], lines.shift() ?? ''] : one));
}
