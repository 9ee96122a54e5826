import type { ContractHandlers } from '../../contract/api.ts';
import { type AddWorkerDelegate, addWorkerHandlers } from './add-worker.ts';
import { type AppDelegate, appHandlers } from './app.ts';
import { type BuildsDelegate, buildsHandlers } from './builds.ts';
import { type HostinfoDelegate, hostinfoHandlers } from './hostinfo.ts';
import { type OverviewDelegate, overviewHandlers } from './overview.ts';
import { type PreferencesDelegate, preferencesHandlers } from './preferences.ts';
import { type RehearsalDelegate, rehearsalHandlers } from './rehearsal.ts';
import { type SettingsDelegate, settingsHandlers } from './settings.ts';

/** What the handlers need of the app: each takes its own part. */
export type HandlerParts = AppDelegate &
  OverviewDelegate &
  BuildsDelegate &
  HostinfoDelegate &
  SettingsDelegate &
  AddWorkerDelegate &
  RehearsalDelegate &
  PreferencesDelegate & { readonly log: ContractHandlers['log'] };

/** Who answers what the window asks: a line for each page. */
export function handlersFrom(parts: HandlerParts): ContractHandlers {
  return {
    app: appHandlers(parts),
    overview: overviewHandlers(parts),
    builds: buildsHandlers(parts),
    hostinfo: hostinfoHandlers(parts),
    log: parts.log,
    settings: settingsHandlers(parts),
    addWorker: addWorkerHandlers(parts),
    rehearsal: rehearsalHandlers(parts),
    preferences: preferencesHandlers(parts),
  };
}
