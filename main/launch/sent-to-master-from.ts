import type { SentFact, SentToMaster } from '../contract/hostinfo/hostinfo-contract.ts';
import type { WorkerInfo } from '../worker/worker-info.ts';

/** What a worker sends to its master, as rows to show; the rest are names of variables that it does not get. */
export function sentToMasterFrom({
  info,
  withheld,
  onlyForBuilds,
}: {
  readonly info: WorkerInfo;
  readonly withheld: readonly string[];
  readonly onlyForBuilds: readonly string[];
}): SentToMaster {
  const { environ, worker_commands: commands, ...facts } = info;
  const names = typeof commands === 'object' ? Object.keys(commands).sort().join(', ') : '';
  return {
    facts: rowsFrom({ ...facts, worker_commands: names }),
    environment: rowsFrom(typeof environ === 'object' ? environ : {}),
    withheld: [...withheld].sort(),
    onlyForBuilds: [...onlyForBuilds].sort(),
  };
}

function rowsFrom(record: Readonly<Record<string, unknown>>): readonly SentFact[] {
  return Object.entries(record)
    .map(([name, value]) => ({ name, value: String(value) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
