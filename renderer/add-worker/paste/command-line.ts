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

/** An option that the form has no field for, that does nothing, or that a link must not carry. */
export interface NotTaken {
  /** Such as `--weird`. */
  readonly option: string;
  readonly why: 'unknown' | 'obsolete' | 'overruled' | 'secret';
}

/** What the options of `create-worker` in a text hold. */
export interface PastedOptions {
  readonly settings: DraftSettings;
  readonly hostinfo: Partial<DraftHostinfo>;
  readonly notTaken: readonly NotTaken[];
  readonly switches: PastedSwitches;
}

/** A `create-worker` command found in a text. */
export interface CommandLine extends PastedOptions {
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

/** The switch that takes settings away, and these with it. */
const NEVER_ROTATED = 'no-logrotate';
const ROTATION = ['log-size', 'log-count'];

/** Options with a value that older workers had, and that masters decide today. */
const OBSOLETE = ['usepty'];

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

/** The options in prose: `start it with --keepalive=300, please`. */
export function readOptionsInProse(text: string): PastedOptions {
  const words = text.split(/\s+/).map((word) => word.replace(/^["'`(]+|["'`),.;:!]+$/g, ''));
  const options = words.flatMap((word, at) => {
    if (!/^--[a-z][a-z-]+(?:=.*)?$/.test(word)) return [];
    const { name, value } = optionFrom(word);
    return takesValue(name) && value === undefined ? [word, words[at + 1] ?? ''] : [word];
  });
  return readOptions(options);
}

interface Words extends PastedOptions {
  /** Something that the command needs is missing. */
  readonly isShort: boolean;
}

function fromWords(words: readonly string[]): Words | undefined {
  const { given, settings, ...others } = readOptions(words);
  const named = namedFrom(given.slice(0, 4));
  return named && { settings: { ...named, ...settings }, ...others, isShort: given.length < 4 };
}

/** `given` are the words that belong to no option. */
function readOptions(words: readonly string[]): PastedOptions & { readonly given: string[] } {
  const given: string[] = [];
  const notTaken: NotTaken[] = [];
  let settings: DraftSettings = {};
  let hostinfo: Partial<DraftHostinfo> = {};
  let switches = NO_SWITCHES;
  const refuse = (name: string, why: NotTaken['why']) =>
    notTaken.push({ option: `--${name}`, why });
  const isRotated = !words.some((word) => optionFrom(word).name === NEVER_ROTATED);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('-') || word === '-') {
      given.push(word);
      continue;
    }
    const { name, value } = optionFrom(word);
    const setting = OPTIONS.find((one) => one.name === name)?.setting;
    const file = HOSTINFO_FILES[name];
    if (takesValue(name)) {
      if (value === undefined) at += 1;
      const typed = value ?? words[at] ?? '';
      // The form finds the protocol out by itself.
      if (name === 'protocol' && typed === AUTO_PROTOCOL) continue;
      if (OBSOLETE.includes(name)) refuse(name, 'obsolete');
      else if (!isRotated && ROTATION.includes(name)) refuse(name, 'overruled');
      else if (!isGiven(typed)) refuse(name, 'unknown');
      else if (setting !== undefined) settings = { ...settings, [setting]: typed };
      else if (file !== undefined) hostinfo = { ...hostinfo, [file]: typed };
    } else if (setting !== undefined) settings = { ...settings, [setting]: 'True' };
    else if (name === NEVER_ROTATED) settings = { ...settings, logSize: 'None' };
    else if (name in SWITCHES) switches = { ...switches, [SWITCHES[name] ?? name]: true };
    else if (!NEEDLESS.includes(name)) notTaken.push({ option: word, why: 'unknown' });
  }
  return { given, settings, hostinfo, notTaken, switches };
}

function takesValue(name: string): boolean {
  return OBSOLETE.includes(name) || OPTIONS.find((one) => one.name === name)?.value !== undefined;
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
