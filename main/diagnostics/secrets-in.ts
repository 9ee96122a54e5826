import { join } from 'node:path';
import { readExtras } from '../basedir/extras-file.ts';
import { readTacFile } from '../basedir/tac/tac-file.ts';
import { TAC_SETTINGS, type TacReading } from '../basedir/tac/tac-reading.ts';
import { valueOfEntry } from '../basedir/tac/value-of-entry.ts';
import { passwordsIn } from '../launch/secrets-of.ts';
import { TAC_FILENAME } from '../system/base-directory-files.ts';
import { isSecretName } from '../worker/environment/is-secret-name.ts';
import { isSecretValue } from '../worker/environment/is-secret-value.ts';
import { extraOf } from '../worker-settings/connection-extras.ts';
import { EXTRA_SETTINGS } from '../worker-settings/settings-table.ts';

/** Every secret in the settings of a directory, whether or not a worker can run with them. */
export async function secretsIn(dir: string): Promise<readonly string[]> {
  const [tac, extras] = await Promise.all([readTacFile(join(dir, TAC_FILENAME)), readExtras(dir)]);
  const kept = extras.ok
    ? EXTRA_SETTINGS.flatMap(({ name, kind }) =>
        kind === 'secret' ? [extraOf(extras.value.extras, name) ?? ''] : [],
      )
    : [];
  const texts = tac.ok ? textsIn(tac.value.reading) : [];
  return [...new Set([...kept, ...texts])].filter((secret) => secret !== '');
}

function textsIn({ settings }: TacReading): readonly string[] {
  return TAC_SETTINGS.flatMap((name) => {
    const value = valueOfEntry(settings.get(name));
    if (typeof value !== 'string') return [];
    return name === 'passwd' ? [value] : passwordsIn(value);
  });
}

/** The values of variables that look secret. */
export function secretsOfEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return Object.entries(environment).flatMap(([name, value = '']) =>
    isSecretName(name) || isSecretValue(value) ? [value] : [],
  );
}
