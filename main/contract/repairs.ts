import type { SettingName } from '../worker-settings/settings-table.ts';
import { EXTRA_NAMES, SETTING_NAMES, wordOf } from '../worker-settings/settings-table.ts';
import type { Problem, SubjectFacts } from './problem.ts';

/** What can be done about a problem from the place where it is shown. */
export type Repair =
  /** Other values for these settings, and another try. */
  | { readonly kind: 'settings'; readonly names: readonly SettingName[] }
  /** The master's certificate, to be compared and trusted. Its pin, where it is known already. */
  | { readonly kind: 'trust'; readonly pin: string | undefined }
  /** Where the directory is now; or the worker goes. */
  | { readonly kind: 'locate' }
  /** What only an editor can change. */
  | { readonly kind: 'file' }
  /** A command for a terminal. */
  | { readonly kind: 'command'; readonly words: readonly string[] }
  /** Somebody else has to do it: everything that they need to know. */
  | { readonly kind: 'ask' }
  /** Nothing but to wait, or to try again. */
  | { readonly kind: 'again' };

type Rule<Facts> = readonly Repair[] | ((facts: Facts) => readonly Repair[]);
type RulesOf<Subject extends keyof SubjectFacts> = {
  readonly [Name in keyof SubjectFacts[Subject]]: Rule<SubjectFacts[Subject][Name]>;
};

/** Subjects whose problems a worker's status may hold. */
type StatusSubject =
  | 'connectionString'
  | 'directory'
  | 'extras'
  | 'files'
  | 'foreign'
  | 'reaching'
  | 'session'
  | 'settings'
  | 'tac';
type Rules = { readonly [Subject in StatusSubject]: RulesOf<Subject> };

const ASK = { kind: 'ask' } as const;
const AGAIN = { kind: 'again' } as const;
const FILE = { kind: 'file' } as const;
const LOCATE = { kind: 'locate' } as const;
const settings = (...names: readonly SettingName[]): Repair => ({ kind: 'settings', names });
const command = (...words: readonly string[]): Repair => ({ kind: 'command', words });

const MASTER = [settings('host', 'port', 'connectionString'), ASK];
const PORT = [settings('port', 'connectionString'), ASK];
const WEB = [settings('port', 'path', 'protocol'), ASK];
/** What `buildtray.json` has of a proxy. */
const PROXY_LOGIN = EXTRA_NAMES.filter((name) => name.startsWith('proxy'));
const PROXY = [settings('proxyConnectionString'), ASK];
const LOGIN = [settings('workerName', 'password'), ASK];
const AUTHORITIES = [settings('tlsAuthorities'), ASK];
/** Waited for, or asked for already: the buttons of the worker's state do. */
const NONE: readonly Repair[] = [];

/** The one that a problem names as its file does; undefined for what is no setting of ours. */
function ofWord({ setting }: { readonly setting: string }): readonly Repair[] {
  const name = SETTING_NAMES.find((one) => wordOf(one) === setting);
  return name === undefined ? [FILE] : [settings(name), FILE];
}

const RULES: Rules = {
  connectionString: {
    beginsOtherwise: [settings('connectionString'), ASK],
    lacksPath: [settings('connectionString'), ASK],
    lacksHost: [settings('connectionString'), ASK],
    needsPort: [settings('connectionString'), ASK],
    needsTimeout: [settings('connectionString'), ASK],
    endsInBackslash: [settings('connectionString'), ASK],
    hasUnknownSetting: [settings('connectionString'), ASK],
    hasTooMuch: [settings('connectionString'), ASK],
    namesTwice: [settings('connectionString'), ASK],
    proxyUnusable: PROXY,
  },
  directory: {
    directoryMissing: [LOCATE],
    directoryUnreadable: ({ path }) => [command('chmod', 'u+rwx', path), LOCATE],
    directoryUnwritable: ({ path }) => [command('chmod', 'u+rwx', path), LOCATE],
    noWorkerThere: [LOCATE],
    runByBuildtray: ({ basedir }) => [command('buildtray', 'stop', basedir)],
    runByBuildbotWorker: ({ basedir }) => [command('buildbot-worker', 'stop', basedir)],
    notBuildbotWorker: [FILE, LOCATE],
    otherApplication: [FILE, LOCATE],
    keyringMissing: [settings('password'), AGAIN],
    keyringFailed: [settings('password'), AGAIN],
    keyringRefuses: [settings('password'), AGAIN],
    startsAlready: [AGAIN],
    cannotLock: [LOCATE],
    madeByOldBuildbot: ({ dir }) => [command('buildtray', 'upgrade-worker', dir)],
  },
  extras: {
    notAPin: [settings('tlsPin'), FILE],
    notJson: [FILE],
    mustBe: [FILE],
    othersMayRead: ({ path }) => [command('chmod', '600', path)],
  },
  files: {
    missing: [LOCATE],
    cannotRead: ({ path }) => [command('chmod', 'u+rw', path), LOCATE],
    cannotList: ({ path }) => [command('chmod', 'u+rwx', path), LOCATE],
    cannotWrite: ({ path }) => [command('chmod', 'u+rw', path), LOCATE],
    cannotRemove: [AGAIN],
    cannotUse: [LOCATE],
    cannotLookAt: [LOCATE],
    cannotMakeDirectory: [LOCATE],
    cannotKeepHistory: [AGAIN],
  },
  foreign: { message: [ASK], unknownKey: [ASK] },
  reaching: {
    unknownHost: MASTER,
    nameServerSilent: MASTER,
    masterNotListening: MASTER,
    proxyNotListening: PROXY,
    noAnswerInTime: MASTER,
    noWay: MASTER,
    cannotConnect: MASTER,
    masterSocket: [settings('connectionString'), ASK],
    proxySocket: PROXY,
    proxyRefused: ({ refusal: { kind } }) =>
      kind === 'wrong-login' || kind === 'login-required' ? [settings(...PROXY_LOGIN), ASK] : PROXY,
    noSecureConnection: ({ reason }) => tlsRepairs(reason),
    noSecureProxy: AUTHORITIES,
    pinWithoutTls: [settings('useTls', 'tlsPin')],
    speaksTls: [settings('useTls', 'port', 'connectionString'), ASK],
    notPbPort: PORT,
    pbPortSilent: PORT,
    notMastersPort: PORT,
    notMsgpackPort: WEB,
    speaksPbInstead: [settings('protocol', 'port'), ASK],
    webServerSilent: WEB,
    webServerLacksPath: WEB,
    webServerAlone: WEB,
    noWebSocket: WEB,
    handshakeRefused: WEB,
  },
  session: {
    wrongLogin: LOGIN,
    duplicateName: LOGIN,
    probablyDuplicate: LOGIN,
    loginFailed: [ASK],
    loginUnanswered: [ASK],
    masterIsSlow: [ASK],
    closedDuringLogin: [ASK],
    attachingFailed: [ASK],
    attachingTooSlow: [ASK],
    closedBeforeAttached: [ASK],
    closedByMaster: [ASK],
    notPerspectiveBroker: PORT,
    notMessagePack: WEB,
    fellSilent: [ASK],
    cannotLeaveGracefully: NONE,
    shutdownNotReported: [ASK],
    masterHasNotAnswered: NONE,
    disconnectedByUser: NONE,
    nextTry: NONE,
    lastHeard: NONE,
    shutDownByUser: NONE,
    shutDownByMaster: [ASK],
    gaveUp: [AGAIN],
    hasJustStopped: NONE,
    stoppedByCommandLine: NONE,
    restartByCommandLine: NONE,
    directoryGone: [LOCATE],
  },
  settings: {
    mustBe: ofWord,
    refused: ofWord,
    unknownEncoding: [settings('unicodeEncoding')],
    nameHasColon: LOGIN,
  },
  tac: {
    unusable: [FILE],
    tooLarge: [FILE, LOCATE],
    lacksSign: [FILE],
    noWorkerInText: [FILE],
    hasNoWorker: [FILE, LOCATE],
    hasSeveralWorkers: [FILE, LOCATE],
    hasEitherWorker: [FILE],
    hidesWorker: [FILE],
    endsItself: [FILE],
    mayEndItself: [FILE],
    addsNoWorker: [FILE],
    mayAddNoWorker: [FILE],
    changesEnvironment: [settings('tacEnvironment'), FILE],
    doesMoreThanSet: [FILE],
    doesMore: [FILE],
    rotatesDaily: [FILE],
    hasUnknownArgument: [FILE],
    hasUnknownPosition: [FILE],
    isNoPython: [FILE],
    lacks: ofWord,
    hasNone: ofWord,
    lacksPassword: [settings('password'), FILE],
    namesTwoWays: ofWord,
    computes: ofWord,
    computesPassword: [settings('password'), FILE],
    computesInstead: ofWord,
    lacksOrigin: ofWord,
    lacksOriginInstead: ofWord,
    expectsInstead: ofWord,
    keepsComputed: ofWord,
    cannotBeEdited: [FILE],
    lacksPlace: ofWord,
  },
};

function tlsRepairs(
  reason: SubjectFacts['reaching']['noSecureConnection']['reason'],
): readonly Repair[] {
  switch (reason.kind) {
    case 'other-pin':
      return [{ kind: 'trust', pin: reason.pin }, ASK];
    case 'self-signed':
    case 'unknown-authority':
      return [{ kind: 'trust', pin: undefined }, ...AUTHORITIES];
    case 'no-authorities':
    case 'authorities-unreadable':
      return AUTHORITIES;
    case 'no-certificate':
      return [settings('tlsPin'), ASK];
    case 'closed':
    case 'not-spoken':
      return [settings('useTls', 'port', 'connectionString'), ASK];
    case 'other-name':
      return MASTER;
    case 'own-certificate-unreadable':
    case 'own-key-unreadable':
    case 'own-certificate-unusable':
      return [settings('connectionString'), ASK];
    default:
      return [ASK];
  }
}

/** A directory that is a file is reported by the checks that come before a worker is made. */
const ELSEWHERE: Readonly<Record<string, readonly Repair[]>> = {
  'checks.notADirectory': [LOCATE],
};

type AnyRule = readonly Repair[] | ((facts: Problem['facts']) => readonly Repair[]);

/** The repairs of a problem and of what led to it, each kind once; what is known best comes first. */
export function repairsOf({ key, facts, cause }: Problem): readonly Repair[] {
  const [subject = '', name = ''] = key.split('.');
  const bySubject: Readonly<Record<string, Readonly<Record<string, unknown>>>> = RULES;
  // `Rules` holds for each key what takes the facts of that key.
  const rule = (bySubject[subject]?.[name] ?? ELSEWHERE[key]) as AnyRule | undefined;
  const own = typeof rule === 'function' ? rule(facts) : (rule ?? [ASK]);
  const deeper = cause === undefined ? [] : repairsOf(cause);
  const known = new Set(deeper.map(({ kind }) => kind));
  return [...deeper, ...own.filter(({ kind }) => !known.has(kind))];
}
