import {
  NO_SWITCHES,
  type PastedOptions,
  readCommandLine,
  readOptionsInProse,
} from './command-line.ts';
import { masterFrom } from './master-from.ts';
import { readFreeText } from './read-free-text.ts';
import { readLink } from './read-link.ts';

/** What a text that was pasted holds. */
export interface Pasted extends PastedOptions {
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
  const alone = /\s|^buildbot-worker:/i.test(trimmed) ? undefined : masterFrom(trimmed);
  if (alone) return { ...NOTHING, settings: alone, isTac };
  const link = readLink(shown);
  const command = readCommandLine(link?.rest ?? shown);
  // A mail may say around the command what the command leaves out.
  const around = command?.rest ?? link?.rest ?? shown;
  const inProse = isTac ? { ...NOTHING, settings: {} } : readOptionsInProse(around);
  return {
    settings: {
      ...readFreeText(around),
      ...inProse.settings,
      ...command?.settings,
      ...link?.settings,
    },
    hostinfo: { ...inProse.hostinfo, ...command?.hostinfo },
    notTaken: [...inProse.notTaken, ...(command?.notTaken ?? []), ...(link?.notTaken ?? [])],
    switches: {
      isRelocatable: inProse.switches.isRelocatable || command?.switches.isRelocatable === true,
      isMunged: inProse.switches.isMunged || command?.switches.isMunged === true,
    },
    isTac,
  };
}

/** Reads a link that was opened elsewhere: what is around it may be anybody's, and is not looked at. */
export function readOpenedLink(text: string): Pasted {
  const { settings = {}, notTaken = [] } = readLink(text) ?? {};
  return { ...NOTHING, settings, notTaken, isTac: false };
}

function looksLikeTac(text: string): boolean {
  return (
    /^\s*(?:from|import)\s+(?:buildbot_worker|buildslave|twisted)/m.test(text) ||
    /^\s*buildmaster_host\s*=/m.test(text)
  );
}
