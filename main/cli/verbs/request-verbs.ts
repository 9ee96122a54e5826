import type { WorkerRequest } from '../../contract/worker/worker-request.ts';
import type { CliTexts } from '../../texts/words.ts';
import { DIRECTORY } from '../program/rows.ts';
import { type Verb, type VerbName, verb } from '../program/verb.ts';
import { askWorker } from '../running-worker/ask-worker.ts';

/** Commands whose texts hold no more than the help, and what is printed when it was done. */
type RequestVerbName = {
  [Name in VerbName]: CliTexts['verbs'][Name] extends { readonly done: string } ? Name : never;
}[VerbName];

/** The requests that the command line performs as they are, by the command's name. */
const REQUESTS: Readonly<Record<RequestVerbName, WorkerRequest>> = {
  resume: { kind: 'resume' },
  cancel: { kind: 'cancel-drain', when: 'at-gap' },
};

export const requestVerbs: readonly Verb[] = (
  Object.keys(REQUESTS) as readonly RequestVerbName[]
).map((name) =>
  verb({
    name,
    args: [DIRECTORY],
    options: [],
    perform: async ([dir = '.'], _options, terminal) => {
      await askWorker(dir, REQUESTS[name], terminal);
      terminal.print(terminal.words.cli.verbs[name].done);
      return 0;
    },
  }),
);
