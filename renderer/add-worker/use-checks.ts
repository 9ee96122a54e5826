import { useEffect, useState } from 'react';
import type { CheckId, CheckResult } from '../../main/contract/adding/checks.ts';
import type { DraftSettings } from '../../main/contract/adding/worker-draft.ts';
import { api } from '../components/api.ts';
import { withProtocol } from './draft-form.ts';
import { type Known, keyOf, nextCheck, resultOf } from './next-check.ts';

/** How long somebody has to pause in typing before what stands there is checked. */
const PAUSE_MS = 400;

export interface Checks {
  /** What is known of the form as it is. */
  readonly results: Readonly<Partial<Record<CheckId, CheckResult>>>;
  /** The one that is being made; undefined when all that make sense are done. */
  readonly running: CheckId | undefined;
  /** Makes a check again. */
  readonly again: () => void;
}

interface ChecksOptions {
  readonly isActive: boolean;
  /** Nobody is in the middle of typing. */
  readonly isSettled: boolean;
}

/**
 * Checks the form while it is filled in; what became outdated is dropped, there and here. A password
 * that is not to be tried yet is not in it: a master counts who knocks. While it is not active, nothing
 * is asked, and what is known stays.
 */
export function useChecks(
  ids: readonly CheckId[],
  typed: DraftSettings,
  { isActive, isSettled }: ChecksOptions,
): Checks {
  const [known, setKnown] = useState<Known>({});
  const settings = withProtocol(typed, resultOf('speaks', typed, known));
  const settingsOf = (id: CheckId) => (id === 'speaks' ? typed : settings);
  const running = isActive ? nextOf(ids, typed, settings, known) : undefined;
  const key = running === undefined ? '' : keyOf(running, settingsOf(running));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key has all that matters of the form
  useEffect(() => {
    if (running === undefined) return undefined;
    let isOutdated = false;
    const timer = setTimeout(
      async () => {
        const result = await api.addWorker.check({ id: running, settings: settingsOf(running) });
        if (isOutdated || result === undefined) return;
        setKnown((before) => ({ ...before, [running]: { key, result } }));
      },
      isSettled ? 0 : PAUSE_MS,
    );
    return () => {
      isOutdated = true;
      clearTimeout(timer);
    };
  }, [running, key]);
  useEffect(() => () => void api.addWorker.stopChecks(), []);
  const results = Object.fromEntries(
    ids.flatMap((id) => {
      const result = resultOf(id, settingsOf(id), known);
      return result === undefined ? [] : [[id, result]];
    }),
  );
  return { results, running, again: () => setKnown({}) };
}

/** What the master speaks is asked with what was typed; the rest goes by what it answered. */
function nextOf(
  ids: readonly CheckId[],
  typed: DraftSettings,
  settings: DraftSettings,
  known: Known,
): CheckId | undefined {
  const speaks = known.speaks;
  const isKnown = speaks?.key === keyOf('speaks', typed);
  const translated =
    speaks && isKnown ? { ...known, speaks: { ...speaks, key: keyOf('speaks', settings) } } : known;
  return nextCheck(ids, settings, translated);
}
