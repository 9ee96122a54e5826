import type { EnvironmentChange, TacEffect, ValuePart } from './tac-effect.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The changes of the environment that the file's lines ask for, in their order. */
export function environmentChangesOf(effects: readonly TacEffect[]): readonly EnvironmentChange[] {
  return effects.flatMap((effect) => (effect.kind === 'environment-change' ? effect.changes : []));
}

/** The environment after the changes; the given one stays as it is. */
export function withEnvironmentChanges(
  environment: Environment,
  changes: readonly EnvironmentChange[],
): Environment {
  const changed: Record<string, string | undefined> = { ...environment };
  for (const { name, value, onlyIfUnset } of changes) {
    if (value === undefined) delete changed[name];
    else if (!onlyIfUnset || valueIn(changed, name) === undefined) {
      changed[name] = value.map((part) => textOf(part, changed)).join('');
    }
  }
  return changed;
}

function textOf(part: ValuePart, environment: Environment): string {
  return part.kind === 'text' ? part.text : (valueIn(environment, part.name) ?? part.otherwise);
}

/** Every object answers to names such as `constructor`, which are no variables. */
function valueIn(environment: Environment, name: string): string | undefined {
  return Object.hasOwn(environment, name) ? environment[name] : undefined;
}
