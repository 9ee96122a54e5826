import { isSecretName } from './is-secret-name.ts';
import { isSecretValue } from './is-secret-value.ts';

type Unfiltered = Readonly<Record<string, string | undefined>>;

/**
 * The environment that builds see: this machine's, without what looks like a secret, by its name or by its
 * value, and without what opens the volunteer's own session.
 */
export function filterEnvironment(environment: Unfiltered): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !isWithheld(name, value)) kept[name] = value;
  }
  return kept;
}

/** The names of the variables that neither builds nor the master get. */
export function withheldNames(environment: Unfiltered): string[] {
  return Object.entries(environment)
    .filter(([name, value]) => value !== undefined && isWithheld(name, value))
    .map(([name]) => name);
}

function isWithheld(name: string, value: string): boolean {
  return isSecretName(name) || isSecretValue(value);
}
