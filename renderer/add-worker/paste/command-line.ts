import type { DraftHostinfo } from '../../../main/contract/adding/add-worker-contract.ts';
import type { DraftSettings } from '../../../main/contract/adding/worker-draft.ts';
import {
  AUTO_PROTOCOL,
  createWorkerOptions,
} from '../../../main/worker-settings/create-worker-options.ts';
import { hostAndPort, masterFrom } from './master-from.ts';
import { shellWords } from './shell-words.ts';

/** Switches that set nothing, but decide how the directory is made. */
export interface PastedSwitches {
  readonly isRelocatable: boolean;
  readonly isMunged: boolean;
}

/** A `create-worker` command found in a text. */
export interface CommandLine {
  readonly settings: DraftSettings;
  readonly hostinfo: Partial<DraftHostinfo>;
  readonly notTaken: readonly string[];
  readonly switches: PastedSwitches;
  /** The text around it. */
  readonly rest: string;
}

const OPTIONS = createWorkerOptions();

/** Those that fill a file under `info/`. */
const HOSTINFO_FILES: Readonly<Record<string, keyof DraftHostinfo>> = {
  admin: 'admin',
  'access-uri': 'accessUri',
};

const SWITCHES: Readonly<Record<string, keyof PastedSwitches>> = {
  relocatable: 'isRelocatable',
  'munge-email': 'isMunged',
};

/** The switch that takes a setting away. */
const NEVER_ROTATED = 'no-logrotate';

/** Switches that mean nothing to a worker in the window. */
const NEEDLESS = ['force', 'quiet', 'verbose'];

export const NO_SWITCHES: PastedSwitches = { isRelocatable: false, isMunged: false };

/** The program's name before it distinguishes a command from prose that mentions one. */
const COMMAND =
  /(`?)\b(?:buildbot-worker|buildbot_worker|buildslave|buildtray)(?:\.exe)?\s+create-(?:worker|slave)\s|^\s*(?:\$ )?()create-(?:worker|slave)\s/m;

/** Undefined when there is no such command in the text. */
export function readCommandLine(text: string): CommandLine | undefined {
  const joined = text.replace(/\\\r?\n[ \t>]*/g, ' ');
  const start = COMMAND.exec(joined);
  if (start === null) return undefined;
  const before = joined.slice(0, start.index);
  const after = joined.slice(start.index + start[0].length);
  const [code = ''] = start[1] === '`' ? after.split('`', 1) : [after];
  const [first = '', second] = code.split(/\r?\n/, 2);
  const read = fromWords(shellWords(first));
  // A mail client may have broken the line.
  const whole = `${first} ${second?.replace(/^[\s>]+/, '') ?? ''}`;
  const isBroken = Boolean(second?.trim()) && read?.isShort;
  const found = isBroken ? fromWords(shellWords(whole)) : read;
  if (found === undefined) return undefined;
  const length = first.length + (isBroken ? (second ?? '').length + 1 : 0);
  return { ...found, rest: `${before}\n${after.slice(length)}` };
}

interface Words {
  readonly settings: DraftSettings;
  readonly hostinfo: Partial<DraftHostinfo>;
  readonly notTaken: readonly string[];
  readonly switches: PastedSwitches;
  /** Something that the command needs is missing. */
  readonly isShort: boolean;
}

function fromWords(words: readonly string[]): Words | undefined {
  const given: string[] = [];
  const notTaken: string[] = [];
  let options: DraftSettings = {};
  let hostinfo: Partial<DraftHostinfo> = {};
  let switches = NO_SWITCHES;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('-') || word === '-') {
      if (given.length < 4) given.push(word);
      continue;
    }
    const { name, value } = optionFrom(word);
    const option = OPTIONS.find((one) => one.name === name);
    const setting = option?.setting;
    const file = HOSTINFO_FILES[name];
    if (option?.value !== undefined) {
      if (value === undefined) at += 1;
      const typed = value ?? words[at] ?? '';
      // The form finds the protocol out by itself.
      if (name === 'protocol' && typed === AUTO_PROTOCOL) continue;
      if (!isGiven(typed)) notTaken.push(`--${name}`);
      else if (setting !== undefined) options = { ...options, [setting]: typed };
      else if (file !== undefined) hostinfo = { ...hostinfo, [file]: typed };
    } else if (setting !== undefined) options = { ...options, [setting]: 'True' };
    else if (name === NEVER_ROTATED) options = { ...options, logSize: 'None' };
    else if (name in SWITCHES) switches = { ...switches, [SWITCHES[name] ?? name]: true };
    else if (!NEEDLESS.includes(name)) notTaken.push(word);
  }
  const named = namedFrom(given);
  return (
    named && {
      settings: { ...named, ...options },
      hostinfo,
      notTaken,
      switches,
      isShort: given.length < 4,
    }
  );
}

function optionFrom(word: string): { readonly name: string; readonly value: string | undefined } {
  const [, short, long, value] = /^(?:-([a-zA-Z])|--([\w-]+)(?:=(.*))?)$/s.exec(word) ?? [];
  const name =
    short === undefined
      ? (long ?? word)
      : (OPTIONS.find((one) => one.short === short)?.name ?? word);
  return { name, value };
}

/** DIR, MASTER, NAME and PASSWD; undefined where the second cannot be a master. */
function namedFrom(given: readonly string[]): DraftSettings | undefined {
  const [basedir = '', master = '', workerName = '', password = ''] = given;
  const address = masterFrom(master) ?? hostAndPort(master);
  if (address === undefined) return undefined;
  return {
    ...(address.host !== undefined && address.port === undefined && { port: '9989' }),
    ...address,
    ...(isGiven(workerName) && { workerName }),
    ...(isGiven(password) && { password }),
    // A relative directory means nothing here.
    ...(/^(?:\/|~\/|[a-z]:[\\/])/i.test(basedir) && { basedir }),
  };
}

/** Neither a gap to be filled in, such as `<name>` and `$PASSWORD`, nor one read from elsewhere. */
function isGiven(word: string): boolean {
  return word !== '' && word !== '-' && !/^<.*>$|^\$\w+$|^\$\{.*\}$|^\.{3}$|^…$/.test(word);
}
