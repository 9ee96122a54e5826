import { DraftChecks } from '../../adding/draft-checks.ts';
import { draftFromTacText, lookAtDirectory } from '../../adding/look-at-directory.ts';
import {
  adoptDirectory,
  makeWorker,
  type NewWorker,
  problemTextsFrom,
  suggestionFrom,
} from '../../adding/make-worker.ts';
import { MOST_TAC_CHARACTERS } from '../../contract/adding/add-worker-contract.ts';
import type { ContractHandlers } from '../../contract/api.ts';
import type { Keyring } from '../../desktop/keyring.ts';
import type { HostedWorkers } from '../../hosting/hosted-workers.ts';
import { failed, type Outcome, succeeded } from '../../lib/outcome.ts';
import { inWords } from '../../texts/in-words.ts';
import type { Texts } from '../../texts/texts.ts';

export interface AddWorkerDelegate {
  readonly workers: Pick<HostedWorkers, 'hasDirectory' | 'adopt'>;
  readonly keyring: Keyring;
  readonly texts: () => Texts;
  readonly takeLink: () => string | undefined;
  readonly clipboardText: () => Promise<string>;
  /** In the system's own dialog. */
  readonly askForDirectory: () => Promise<string | undefined>;
  readonly askForFile: () => Promise<string | undefined>;
}

export function addWorkerHandlers(delegate: AddWorkerDelegate): ContractHandlers['addWorker'] {
  const { workers, keyring, texts, takeLink, clipboardText, askForDirectory, askForFile } =
    delegate;
  const checks = new DraftChecks();
  const adopt = async (made: NewWorker): Promise<Outcome<string, string>> => {
    if (workers.hasDirectory(made.basedir)) return failed(texts().refusals.hasWorker(made.basedir));
    const hosted = await workers.adopt(made);
    return hosted.ok ? succeeded(hosted.value.id) : inWords(hosted, texts());
  };
  return {
    suggestion: () => suggestionFrom(keyring),
    takeLink: () => takeLink(),
    clipboardText: async () => (await clipboardText()).slice(0, MOST_TAC_CHARACTERS),
    chooseDirectory: () => askForDirectory(),
    chooseAuthorities: () => askForFile(),
    async add(draft) {
      const made = await makeWorker(draft, keyring, problemTextsFrom(texts()));
      if (!made.ok) return made;
      const adopted = await adopt(made.value);
      return adopted.ok ? adopted : failed([{ field: undefined, sentence: adopted.problem }]);
    },
    lookAt: (path) => lookAtDirectory(path, keyring, texts()),
    readTac: (text) => inWords(draftFromTacText(text), texts()),
    check: (request) => checks.run(request),
    stopChecks: () => checks.stop(),
    async openDirectory(request) {
      const taken = await adoptDirectory(request, keyring, texts());
      return taken.ok ? adopt(taken.value) : taken;
    },
  };
}
