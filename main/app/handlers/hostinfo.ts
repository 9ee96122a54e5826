import { join } from 'node:path';
import type { ContractHandlers } from '../../contract/api.ts';
import type {
  HostinfoEdit,
  HostinfoFile,
  HostinfoSaveProblem,
  HostinfoView,
} from '../../contract/hostinfo/hostinfo-contract.ts';
import { adminText, hostTextFrom, inspectMachine } from '../../hostinfo/describe-machine.ts';
import { readHostinfo } from '../../hostinfo/read-hostinfo.ts';
import { removeHostinfoFile, writeHostinfoFile } from '../../hostinfo/write-hostinfo-file.ts';
import { sentToMasterFrom } from '../../launch/sent-to-master-from.ts';
import { failed, type Outcome } from '../../lib/outcome.ts';
import { INFO_DIRNAME } from '../../system/base-directory-files.ts';
import type { Texts } from '../../texts/texts.ts';
import type { Worker } from '../../worker/worker.ts';

export interface HostinfoDelegate {
  readonly workers: {
    find(workerId: string): HostWithInfo | undefined;
  };
  readonly texts: () => Texts;
}

/** What of a hosted worker its host info needs. */
interface HostWithInfo {
  readonly basedir: string;
  readonly worker: Pick<Worker, 'infoForMaster'> | undefined;
}

export function hostinfoHandlers(delegate: HostinfoDelegate): ContractHandlers['hostinfo'] {
  const { workers, texts } = delegate;
  return {
    async load(workerId) {
      const hosted = workers.find(workerId);
      return hosted && (await loadFrom(infoDirOf(hosted), texts()));
    },
    async save(edit) {
      const hosted = workers.find(edit.workerId);
      if (hosted) return save(infoDirOf(hosted), edit, texts());
      return failed({ kind: 'failed', sentence: texts().refusals.workerGone });
    },
    async fillIn(request) {
      const [admin, machine] = await Promise.all([adminText(request), inspectMachine()]);
      return { admin: admin || undefined, host: hostTextFrom(machine) };
    },
    async sent(workerId) {
      const sent = await workers.find(workerId)?.worker?.infoForMaster();
      return sent && sentToMasterFrom(sent);
    },
  };
}

function infoDirOf({ basedir }: HostWithInfo): string {
  return join(basedir, INFO_DIRNAME);
}

async function loadFrom(infoDir: string, { say }: Pick<Texts, 'say'>): Promise<HostinfoView> {
  const { files, links, problems } = await readHostinfo(infoDir);
  const entries = Object.entries(files).map(
    ([name, text]): HostinfoFile => ({ name, text, sharedPath: links[name] }),
  );
  return { infoDir, files: entries, problems: problems.map(say) };
}

async function save(
  infoDir: string,
  { name, text, choice }: HostinfoEdit,
  { say }: Pick<Texts, 'say'>,
): Promise<Outcome<void, HostinfoSaveProblem>> {
  if (text === undefined) {
    const removed = await removeHostinfoFile(infoDir, name);
    return removed.ok ? removed : failed({ kind: 'failed', sentence: say(removed.problem) });
  }
  const written = await writeHostinfoFile(infoDir, name, text, choice);
  if (written.ok) return written;
  const { problem } = written;
  return problem.kind === 'is-link'
    ? failed({ kind: 'is-link', target: problem.target })
    : failed({ kind: 'failed', sentence: say(problem.problem) });
}
