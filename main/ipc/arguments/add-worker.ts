import { z } from 'zod';
import { CHECK_IDS } from '../../contract/checks.ts';
import { WORKER_SETTING_NAMES, type WorkerSettingName } from '../../contract/worker-settings.ts';
import { type ArgumentsOf, nothing, password, path } from './shapes.ts';

/** Far above any real `buildbot.tac`. */
const tacText = z.string().max(256 * 1024);
const hostinfoText = z.string().max(64 * 1024);

const shapeOf = (name: WorkerSettingName) =>
  name === 'basedir' ? path : name === 'password' ? password : z.string().max(2_000);

/** Loose where the form's own problems are told field by field. */
const settings = z.strictObject(
  Object.fromEntries(
    WORKER_SETTING_NAMES.map((name) => [name, shapeOf(name).exactOptional()]),
  ) as Record<WorkerSettingName, z.ZodExactOptional<z.ZodString>>,
);

export const addWorkerArguments: ArgumentsOf<'addWorker'> = {
  'addWorker.add': z.strictObject({
    settings,
    hostinfo: z.strictObject({
      ...{ admin: hostinfoText, host: hostinfoText, accessUri: hostinfoText },
    }),
  }),
  'addWorker.openDirectory': z.strictObject({ path, upgrades: z.boolean() }),
  'addWorker.lookAt': path,
  'addWorker.readTac': tacText,
  'addWorker.chooseDirectory': nothing,
  'addWorker.suggestion': nothing,
  'addWorker.check': z.strictObject({ id: z.enum(CHECK_IDS), settings }),
  'addWorker.stopChecks': nothing,
};
