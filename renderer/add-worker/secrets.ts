import type { DraftName, DraftSettings } from '../../main/contract/adding/worker-draft.ts';
import { settingRow } from '../../main/worker-settings/settings-table.ts';
import { DRAFT_NAMES } from './draft-form.ts';

const SECRETS = DRAFT_NAMES.filter((name) => settingRow(name).kind === 'secret');

/** What a secret is given to, and what else has to be typed to its end before it is. */
function givenTo(secret: DraftName): readonly DraftName[] {
  return secret === 'password'
    ? ['host', 'port', 'connectionString', 'proxyConnectionString', 'workerName']
    : ['proxyConnectionString'];
}

/** Where the secrets of a text belong, and what was typed to its end. */
export interface Trust {
  /** The settings that the secrets came with; undefined when they were typed. */
  readonly origin: DraftSettings | undefined;
  /** The form when somebody last left a field of it. */
  readonly settled: DraftSettings;
}

/** The host that a secret came with, and the one that it would be given to now. */
export interface Stray {
  readonly cameWith: string;
  readonly wouldGoTo: string;
}

/** A secret that came with another host than the form has now; undefined when there is none. */
export function strayIn(settings: DraftSettings, { origin }: Trust): Stray | undefined {
  for (const secret of SECRETS) {
    const stray = origin && strayOf(secret, settings, origin);
    if (stray) return stray;
  }
  return undefined;
}

/** The form as far as it may be tried: no secret goes to a host that it was not given for. */
export function tryable(settings: DraftSettings, trust: Trust): DraftSettings {
  const { origin, settled } = trust;
  const held = SECRETS.filter(
    (secret) =>
      [secret, ...givenTo(secret)].some((name) => settled[name] !== settings[name]) ||
      (origin && strayOf(secret, settings, origin)),
  );
  const { ...tried }: Record<string, string> = settings;
  for (const secret of held) delete tried[secret];
  return tried;
}

function strayOf(
  secret: DraftName,
  settings: DraftSettings,
  origin: DraftSettings,
): Stray | undefined {
  if (!settings[secret] || settings[secret] !== origin[secret]) return undefined;
  const [cameWith, wouldGoTo] = [hostOf(secret, origin), hostOf(secret, settings)];
  const isStray = cameWith !== '' && wouldGoTo !== '' && cameWith !== wouldGoTo;
  return isStray ? { cameWith, wouldGoTo } : undefined;
}

function hostOf(secret: DraftName, settings: DraftSettings): string {
  const { host, connectionString, proxyConnectionString } = settings;
  const named = secret === 'password' ? connectionString || host : proxyConnectionString;
  return named?.trim().toLowerCase() ?? '';
}
