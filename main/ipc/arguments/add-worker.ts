import { z } from 'zod';
import { type ArgumentsOf, line, nothing, password, path } from './shapes.ts';

/** Loose where the form's own problems are told field by field. */
const draft = z.strictObject({
  ...{ host: line, port: z.number(), workerName: line, password },
  basedir: path,
});

export const addWorkerArguments: ArgumentsOf<'addWorker'> = {
  'addWorker.add': draft,
  'addWorker.openDirectory': path,
  'addWorker.chooseDirectory': nothing,
  'addWorker.suggestion': nothing,
};
