import { text } from 'node:stream/consumers';
import { UsageError } from './usage-error.ts';

/** The words behind a verb that changes things: `[DIR] NAME=VALUE...`. */
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
    throw new UsageError(`'${word}' changes nothing; write it as NAME=VALUE.`);
  });
  const twice = values.find(([name], at) => values.findIndex(([other]) => other === name) !== at);
  if (twice) throw new UsageError(`${twice[0]} is there twice.`);
  return { dir: hasDir ? first : '.', values };
}

/** Secrets whose value is `-` read a line of standard input each, in their order. */
export async function withInput(
  values: Assignments['values'],
  isRead: (name: string) => boolean,
): Promise<Assignments['values']> {
  const wants = ([name, value]: readonly [string, string]): boolean =>
    value === '-' && isRead(name);
  if (!values.some(wants)) return values;
  const lines = (await text(process.stdin)).split(/\r?\n/);
  return values.map((one) => (wants(one) ? [one[0], lines.shift() ?? ''] : one));
}
