import type { CheckId, CheckResult } from '../../main/contract/adding/checks.ts';
import {
  type DraftName,
  type DraftSettings,
  wayFromDraft,
} from '../../main/contract/adding/worker-draft.ts';
import { EXTRA_NAMES } from '../../main/worker-settings/settings-table.ts';
import { usesTls } from '../../main/worker-settings/way-to-master.ts';
import { faultOf } from './draft-form.ts';

/** A result, with what was checked: it counts as long as the form still says the same. */
export interface KnownResult {
  readonly key: string;
  readonly result: CheckResult;
}
export type Known = Readonly<Partial<Record<CheckId, KnownResult>>>;

const MASTER: readonly DraftName[] = [
  ...(['host', 'port', 'useTls', 'connectionString', 'proxyConnectionString'] as const),
];
const EXTRAS: readonly DraftName[] = EXTRA_NAMES;
/** The settings that each check looks at. */
const LOOKS_AT: Readonly<Record<CheckId, readonly DraftName[]>> = {
  name: ['host', 'connectionString', 'proxyConnectionString'],
  port: MASTER,
  certificate: [...MASTER, ...EXTRAS, 'protocol'],
  speaks: [...MASTER, ...EXTRAS, 'protocol', 'path'],
  login: [...MASTER, ...EXTRAS, 'protocol', 'path', 'workerName', 'password'],
  directory: ['basedir'],
  disk: ['basedir'],
  clock: [],
};

export function keyOf(id: CheckId, settings: DraftSettings): string {
  return JSON.stringify(LOOKS_AT[id].map((name) => settings[name]?.trim() ?? ''));
}

/** What is known of the form as it is now. */
export function resultOf(
  id: CheckId,
  settings: DraftSettings,
  known: Known,
): CheckResult | undefined {
  const found = known[id];
  return found?.key === keyOf(id, settings) ? found.result : undefined;
}

/** The check to be made now, of a row of checks of which each makes sense only after the one before it. */
export function nextCheck(
  ids: readonly CheckId[],
  settings: DraftSettings,
  known: Known,
): CheckId | undefined {
  for (const id of inOrder(ids, settings)) {
    if (!canCheck(id, settings)) continue;
    const result = resultOf(id, settings, known);
    if (result === undefined) return id;
    if (result.state === 'failed' && id !== 'directory' && id !== 'disk') return undefined;
  }
  return undefined;
}

/** Without TLS the certificate's line shows what the protocol means for the password. */
function inOrder(ids: readonly CheckId[], settings: DraftSettings): readonly CheckId[] {
  if (usesTls(wayFromDraft(settings)) || !ids.includes('certificate')) return ids;
  return ids
    .filter((id) => id !== 'certificate')
    .flatMap((id) => (id === 'speaks' ? [id, 'certificate' as const] : [id]));
}

function canCheck(id: CheckId, settings: DraftSettings): boolean {
  const isWell = (name: DraftName): boolean =>
    Boolean(settings[name]?.trim()) && faultOf(name, settings[name]) === undefined;
  switch (id) {
    case 'directory':
    case 'disk':
      return isWell('basedir');
    case 'clock':
      return true;
    case 'login':
      return canCheck('port', settings) && isWell('workerName') && Boolean(settings.password);
    default:
      return isWell('connectionString') || (isWell('host') && isWell('port'));
  }
}
