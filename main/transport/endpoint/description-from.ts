import { type Problem, problem } from '../../contract/problem.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';

/** A connection string taken apart: `kind:value:…:name=value:…`. */
export interface Description {
  /** The string as it was written, for sentences. */
  readonly text: string;
  /** The first word, in lower case. */
  readonly kind: string;
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

/**
 * Takes a string apart at its colons. A backslash makes the next sign an ordinary one; the first `=` of
 * a part ends its name.
 *
 * Source: Twisted, internet/endpoints.py, _parse.
 */
export function descriptionFrom(text: string): Outcome<Description, Problem> {
  const positional: string[] = [];
  const named = new Map<string, string>();
  const fields = fieldsOf(text);
  if (!fields) {
    return failed(problem('connectionString.endsInBackslash', { text }));
  }
  for (const { name, value } of fields) {
    if (name === undefined) positional.push(value);
    else named.set(name, value);
  }
  const [kind = '', ...rest] = positional;
  return succeeded({ text, kind: kind.toLowerCase(), positional: rest, named });
}

interface Field {
  readonly name: string | undefined;
  readonly value: string;
}

/** Undefined where a backslash has nothing after it. */
function fieldsOf(text: string): readonly Field[] | undefined {
  const fields: Field[] = [];
  let name: string | undefined;
  let value = '';
  const finish = (): void => {
    fields.push({ name, value });
    name = undefined;
    value = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') {
      at += 1;
      if (at === text.length) return undefined;
      value += text.charAt(at);
    } else if (sign === ':') finish();
    else if (sign === '=' && name === undefined) {
      name = value;
      value = '';
    } else value += sign;
  }
  finish();
  return fields;
}

/** A value as it is written in a connection string. */
export function escaped(value: string): string {
  return value.replaceAll(/[\\:]/g, '\\$&');
}

/**
 * Gives bare values their names by their place.
 *
 * Errors: the sentence of a value too many, of one that is given twice, or of an unknown name.
 */
export function settingsOf(
  { text, positional, named }: Description,
  places: readonly string[],
  known: readonly string[],
): Outcome<ReadonlyMap<string, string>, Problem> {
  const unknown = [...named.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) {
    return failed(
      problem('connectionString.hasUnknownSetting', {
        text,
        setting: unknown,
        known: known.join(', '),
      }),
    );
  }
  const settings = new Map(named);
  for (const [at, value] of positional.entries()) {
    const name = places[at];
    if (name === undefined) {
      return failed(problem('connectionString.hasTooMuch', { text, value }));
    }
    if (named.has(name)) {
      return failed(problem('connectionString.namesTwice', { text, setting: name }));
    }
    settings.set(name, value);
  }
  return succeeded(settings);
}
