import type { ExtraFault } from '../../worker-settings/extras-from.ts';
import type { SettingFault } from '../../worker-settings/setting-fault.ts';
import type { SettingGroup } from '../../worker-settings/setting-row.ts';
import { octal } from '../../worker-settings/setting-text.ts';
import type { MasterFault } from '../../worker-settings/settings-faults.ts';
import type { SettingName } from '../../worker-settings/settings-table.ts';
import { format } from './format.ts';
import { settingWords } from './setting-words.ts';

const GROUPS: Readonly<Record<SettingGroup, string>> = {
  master: 'Master',
  extras: 'Certificate and proxy login',
  login: 'Login',
  behaviour: 'Connection',
  builds: 'Builds',
  log: 'Log',
};

const UNITS: Readonly<Record<string, string>> = {
  seconds: 'seconds',
  bytes: 'bytes',
  tries: 'attempts',
  processors: 'processors',
  files: 'files',
};

/** Why a value is refused; another setting is named by its label, or as `nameOf` names it. */
function fault(
  problem: SettingFault | MasterFault | ExtraFault,
  nameOf: (name: SettingName) => string = labelOf,
): string {
  switch (problem.kind) {
    case 'needed':
    case 'empty':
      return 'Enter a value.';
    case 'switch':
      return 'Enter on or off.';
    case 'choice':
      return 'Choose one of the values.';
    case 'number': {
      if (problem.unit === 'bytes') return 'Enter a size, such as 500 kB or 10 MB.';
      if (problem.unit === 'seconds') {
        return problem.isAboveMin
          ? 'Enter a length of time above 0, such as 30 s or 5 min.'
          : 'Enter a length of time, such as 30 s or 5 min.';
      }
      const { min, max, base, isAboveMin, isWhole } = problem;
      const shown = (value: number): string => (base === 8 ? octal(value) : format.number(value));
      if (max !== undefined) return `Enter a number from ${shown(min)} to ${shown(max)}.`;
      if (isAboveMin) return `Enter a number greater than ${shown(min)}.`;
      return isWhole
        ? `Enter a whole number, at least ${shown(min)}.`
        : `Enter a number, at least ${shown(min)}.`;
    }
    case 'beside-host':
      return 'A connection string replaces host and port: leave both empty.';
    case 'beside-string':
      return 'A connection string cannot be combined with a proxy: clear one of them.';
    case 'one-line':
      return 'Enter one line, without control characters.';
    case 'needed-with':
      return `Required together with “${nameOf(problem.other)}”.`;
    case 'without-tls':
      return 'This only applies with TLS: turn on TLS, or leave this empty.';
    case 'without-proxy':
      return 'This only applies with a proxy: enter the proxy, or leave this empty.';
    case 'shape':
      return settingWords[problem.name].shape ?? 'This value is not allowed.';
  }
}

function labelOf(name: SettingName): string {
  return settingWords[name].label;
}

/** The page of one worker's settings. */
export const settings = {
  title: 'Settings',
  about: (path: string) => `Stored in ${path}, which buildbot-worker can run as well.`,
  fields: settingWords,
  groups: GROUPS,
  units: UNITS,
  fault,
  sections: 'Sections of the settings',
  depth: 'Which settings',
  depths: { basic: 'Basic', all: 'All' },
  showMore: (count: number) =>
    format.plural(count, {
      one: 'Show one more setting',
      other: `Show ${count} more settings`,
    }),
  search: 'Find a setting',
  nothingFound: 'No settings match.',
  noneByDefault: 'not set',
  on: 'on',
  off: 'off',
  isSet: 'set; type to change it',
  isNotSet: 'not set',
  clear: (label: string) => `Clear: ${label}`,
  undoOne: (label: string) => `Undo: ${label}`,
  undoAll: 'Undo all',
  changes: (count: number) =>
    format.plural(count, {
      one: 'One unsaved change',
      other: `${count} unsaved changes`,
    }),
  /** A worker with changes that are not saved, in a list of workers. */
  unsavedIn: (workerName: string) => `${workerName} (unsaved changes)`,
  /** Before links to the fields. */
  faulty: 'Fix before saving:',
  unusableFields: 'Fix on this page:',
  way: 'Connect by',
  byHost: 'Host and port',
  byString: 'Connection string',
  computed: (line: number) =>
    `Computed in line ${line} of the file by code, which Buildtray does not run:`,
  comesTo: (value: string, from: readonly string[]) =>
    from.length === 0 ? `It comes to ${value}.` : `It comes to ${value}, from ${from.join(', ')}.`,
  /** Puts a value in the place of that code. */
  writeInstead: (value: string) => `Write ${value} instead`,
  writeValue: 'Write a value instead',
  unusable: (line: number, fault: string) =>
    `Line ${line} of the file holds a value that is not allowed here. ${fault}`,
  changedMeanwhile:
    'Another program changed the file after this page read it, so nothing was saved. The page now shows the new values with your changes on top: check them, then save again.',
  file: 'buildbot.tac',
  showFile: 'Show buildbot.tac',
  hideFile: 'Hide buildbot.tac',
  showChanges: 'Show changes',
  wouldChange: 'Changes that saving makes to buildbot.tac; secrets are masked',
  noTextChange:
    'No visible change to buildbot.tac: passwords are masked, and some settings are stored elsewhere.',
  savedNow: 'Applied.',
  savedReconnect: 'Some changes apply at the next connection.',
  savedRestart: 'Some changes apply when the worker restarts.',
  waiting: 'Some saved settings are not in effect yet',
  notFollowed: 'Saved, but the worker cannot apply it',
};
