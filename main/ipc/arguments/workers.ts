import { z } from 'zod';
import { type ArgumentsOf, line, password, path, workerId } from './shapes.ts';

export const workersArguments: ArgumentsOf<'workers'> = {
  'workers.directorySize': workerId,
  'workers.remove': z.strictObject({ workerId, deletesDirectory: z.boolean() }),
  'workers.reorder': z.array(workerId).max(1_000),
  'workers.duplicate': z.strictObject({
    workerId,
    basedir: path,
    workerName: line,
    password: password.or(z.undefined()),
  }),
};
