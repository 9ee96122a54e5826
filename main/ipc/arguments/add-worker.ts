import { z } from 'zod';
import type { DraftName } from '../../contract/adding/add-worker-contract.ts';
import { CHECK_IDS } from '../../contract/adding/checks.ts';
import { EXTRA_NAMES, WORKER_SETTING_NAMES } from '../../worker-settings/settings-table.ts';
import { type ArgumentsOf, nothing, password, path } from './shapes.ts';

/** Far above any real `buildbot.tac`. */
const tacText = z.string().max(256 * 1024);
const hostinfoText = z.string().max(64 * 1024);

function shapeOf(name: DraftName) {
  switch (name) {
    case 'basedir':
    case 'tlsAuthorities':
      return path;
    case 'password':
    case 'proxyPassword':
      return password;
    default:
      return z.string().max(2_000);
  }
}

/** Loose where the form's own problems are told field by field. */
const settings = z.strictObject(
  Object.fromEntries(
    [...WORKER_SETTING_NAMES, ...EXTRA_NAMES].map((name) => [name, shapeOf(name).exactOptional()]),
  ) as Record<DraftName, z.ZodExactOptional<z.ZodString>>,
);

export const addWorkerArguments: ArgumentsOf<'addWorker'> = {
  'addWorker.add': z.strictObject({
    settings,
    hostinfo: z.strictObject({
      admin: hostinfoText,
      host: hostinfoText,
      accessUri: hostinfoText,
    }),
    isRelocatable: z.boolean(),
  }),
  'addWorker.openDirectory': z.strictObject({
    path,
    upgrades: z.boolean(),
    password: password.exactOptional(),
  }),
  'addWorker.lookAt': path,
  'addWorker.readTac': tacText,
  'addWorker.chooseDirectory': nothing,
  'addWorker.chooseAuthorities': nothing,
  'addWorker.suggestion': nothing,
  'addWorker.check': z.strictObject({ id: z.enum(CHECK_IDS), settings }),
  'addWorker.stopChecks': nothing,
};
