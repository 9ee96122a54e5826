import { useState } from 'react';
import type { SettingsPage, SettingsSaved } from '../../../main/contract/settings.ts';
import { api } from '../api.ts';
import type { Shown } from '../fields/setting-control.tsx';
import { useSnapshot } from '../use-snapshot.ts';
import {
  type Edits,
  edited,
  type FieldName,
  faultyFields,
  settingsChangesFrom,
} from './settings-form.ts';
import { keepUnsaved, useUnsaved } from './use-unsaved.ts';

const NO_EDITS: Edits = {};

/** What each worker's page showed last: it is painted at once, and what main answers takes its place. */
const lastPages = new Map<string, SettingsPage>();

interface Refused {
  readonly name: FieldName | undefined;
  readonly sentence: string;
}

/** One worker's settings: what is saved, what was changed, and how it is saved. */
export function useSettings(workerId: string, statusKind: string) {
  // What waits for a connection waits no longer when one has come: another state may mean another answer.
  const snapshot = useSnapshot({
    key: workerId,
    version: statusKind,
    load: async () => {
      const answer = await api.settings.load(workerId);
      if (answer.ok) lastPages.set(workerId, answer.value);
      return answer;
    },
  });
  const loaded = snapshot.value;
  const isAwaited = loaded === undefined && snapshot.failure === undefined;
  const page = isAwaited ? lastPages.get(workerId) : loaded?.ok ? loaded.value : undefined;
  const edits = useUnsaved().get(workerId) ?? NO_EDITS;
  const [refused, setRefused] = useState<Refused>();
  const [isOutdated, setIsOutdated] = useState(false);
  const [saved, setSaved] = useState<SettingsSaved>();
  const [isBusy, setIsBusy] = useState(false);

  const keep = (next: Edits): void => {
    keepUnsaved(workerId, next);
    setRefused(undefined);
    setSaved(undefined);
  };
  /** Resolves to whether it was saved. */
  const save = async (): Promise<boolean> => {
    if (page === undefined || faultyFields(edits).length > 0) return false;
    setIsBusy(true);
    const outcome = await api.settings.save({
      ...settingsChangesFrom(workerId, edits),
      version: page.version,
    });
    setIsBusy(false);
    setIsOutdated(!outcome.ok && outcome.problem.kind === 'changed-meanwhile');
    if (outcome.ok) {
      keep({});
      setSaved(outcome.value);
    } else if (outcome.problem.kind === 'refused') {
      setRefused(outcome.problem);
    }
    await snapshot.reload();
    return outcome.ok;
  };

  return {
    snapshot,
    page,
    whyNot: loaded?.ok === false ? loaded.problem : undefined,
    edits,
    refused,
    isOutdated,
    saved,
    isBusy,
    save,
    change(name: FieldName, shown: Shown): void {
      if (page) keep(edited(page, edits, name, shown));
    },
    /** Another way to name the master: takes these edits in place of all that name it. */
    nameMaster(changes: Edits): void {
      const { host, port, useTls, connectionString, proxyConnectionString, ...others } = edits;
      keep({ ...others, ...changes });
    },
    undo(...names: readonly FieldName[]): void {
      const others = Object.entries(edits).filter(([name]) => !names.some((one) => one === name));
      keep(Object.fromEntries(others));
    },
    undoAll(): void {
      setIsOutdated(false);
      keep({});
    },
  };
}

export type SettingsForm = ReturnType<typeof useSettings>;
