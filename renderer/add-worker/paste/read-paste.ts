import type { DraftHostinfo } from '../../../main/contract/adding/add-worker-contract.ts';
import type { DraftSettings } from '../../../main/contract/adding/worker-draft.ts';
import { NO_SWITCHES, type PastedSwitches, readCommandLine } from './command-line.ts';
import { masterFrom } from './master-from.ts';
import { readFreeText } from './read-free-text.ts';

/** What a text that was pasted holds. */
export interface Pasted {
  readonly settings: DraftSettings;
  readonly hostinfo: Partial<DraftHostinfo>;
  /** Options of a command line that this form has no field for. */
  readonly notTaken: readonly string[];
  readonly switches: PastedSwitches;
  /** Whether it looks like a `buildbot.tac`, which main reads better. */
  readonly isTac: boolean;
}

const NOTHING = { hostinfo: {}, notTaken: [], switches: NO_SWITCHES } as const;

/** Longer than any mail or settings file; what follows is not looked at. */
const MOST_CHARACTERS = 100_000;

/**
 * Reads whatever a volunteer may have been given: `host:port`, an address, a `create-worker` command, a
 * mail in English or German. Never throws, and takes time in proportion to the text.
 */
export function readPaste(text: string): Pasted {
  const shown = text.slice(0, MOST_CHARACTERS);
  const isTac = looksLikeTac(shown);
  const trimmed = shown.trim();
  const alone = /\s/.test(trimmed) ? undefined : masterFrom(trimmed);
  if (alone) return { ...NOTHING, settings: alone, isTac };
  const command = readCommandLine(shown);
  if (command === undefined) return { ...NOTHING, settings: readFreeText(shown), isTac };
  // A mail may say around the command what the command leaves out.
  const around = readFreeText(command.rest);
  const { hostinfo, notTaken, switches } = command;
  return { settings: { ...around, ...command.settings }, hostinfo, notTaken, switches, isTac };
}

function looksLikeTac(text: string): boolean {
  return (
    /^\s*(?:from|import)\s+(?:buildbot_worker|buildslave|twisted)/m.test(text) ||
    /^\s*buildmaster_host\s*=/m.test(text)
  );
}
