import { homedir } from 'node:os';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { workerNameProblem } from '../basedir/worker-name-problem.ts';
import {
  type DraftName,
  type DraftSettings,
  type FieldProblem,
  usesTls,
} from '../contract/adding/add-worker-contract.ts';
import { extrasFrom } from '../launch/changed-extras.ts';
import { lateProblems } from '../launch/late-problems.ts';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type { Texts } from '../texts/texts.ts';
import type { ConnectionExtras } from '../worker-settings/connection-extras.ts';
import { type SettingProblem, settingsProblems } from '../worker-settings/setting-fault.ts';
import { readSettingText, settingFromText } from '../worker-settings/setting-text.ts';
import {
  type SettingValue,
  WORKER_SETTINGS,
  type WorkerSettingName,
  type WorkerSettings,
} from '../worker-settings/settings-table.ts';
import {
  type MasterAddress,
  WORKER_DEFAULTS,
  type WorkerConfig,
} from '../worker-settings/worker-config.ts';

/** Sentences of the catalogue for the fields that everybody fills in. */
export type DraftTexts = Readonly<
  Record<'host' | 'port' | 'workerName' | 'password' | 'basedir', string>
> & { readonly fault: Texts['settings']['fault'] } & Pick<Texts, 'say'>;

/** Those for what `buildtray.json` holds. */
export type ExtrasTexts = Readonly<Record<'needsTls' | 'needsProxy' | 'authorities', string>> &
  Pick<Texts, 'say'>;

/**
 * What a worker needs to run, from what was typed.
 *
 * Errors: every problem that can be known without a look at the disk, with its field.
 */
export function configFromDraft(
  typed: DraftSettings,
  texts: DraftTexts,
): Outcome<WorkerConfig, readonly FieldProblem[]> {
  const draft = trimmedFrom(typed);
  const faults: SettingProblem[] = [];
  const values: Partial<Record<WorkerSettingName, SettingValue>> = {};
  for (const { name, byDefault } of WORKER_SETTINGS) {
    const text = draft[name];
    const read = text ? readSettingText(name, text) : succeeded(byDefault ?? null);
    if (read.ok) values[name] = read.value;
    else faults.push({ name, fault: read.problem });
  }
  if (draft.connectionString) Object.assign(values, { host: null, port: null, useTls: false });
  // Each value was read by its own row of the table.
  const settings = values as unknown as WorkerSettings;
  const isKnown = (name: WorkerSettingName): boolean => faults.some((one) => one.name === name);
  faults.push(...settingsProblems(settings).filter(({ name }) => !isKnown(name)));
  const problems = faults.map((one) => ({ field: one.name, sentence: wordsFor(one, texts) }));
  if (faults.length === 0) problems.push(...atTheStart(settings, texts));
  if (settings.basedir && !isAbsolute(settings.basedir) && !isKnown('basedir')) {
    problems.push({ field: 'basedir', sentence: texts.basedir });
  }
  return problems.length > 0 ? failed(problems) : succeeded(configFrom(settings));
}

/**
 * What a connection needs besides, from what was typed.
 *
 * Errors: what is wrong with it, or of no use with the rest of the form.
 */
export function extrasFromDraft(
  typed: DraftSettings,
  texts: ExtrasTexts,
): Outcome<ConnectionExtras, FieldProblem> {
  const draft = trimmedFrom(typed);
  const read = extrasFrom(draft);
  if (!read.ok)
    return failed({ field: read.problem.name, sentence: texts.say(read.problem.problem) });
  const { tls, proxy } = read.value;
  const refuse = (field: DraftName, sentence: string) => failed({ field, sentence });
  if (tls && !usesTls(draft)) {
    return refuse(tls.pin === undefined ? 'tlsAuthorities' : 'tlsPin', texts.needsTls);
  }
  if (tls?.authorities !== undefined && !isAbsolute(tls.authorities)) {
    return refuse('tlsAuthorities', texts.authorities);
  }
  if (proxy && !draft.proxyConnectionString) return refuse('proxyUser', texts.needsProxy);
  return read;
}

/** The way to the master as far as it is known already; undefined while it is not. */
export function addressFromDraft(typed: DraftSettings): MasterAddress | undefined {
  const { host, port, connectionString, proxyConnectionString, useTls } = trimmedFrom(typed);
  if (connectionString) return { kind: 'connection-string', connectionString };
  const read = settingFromText('port', port ?? '');
  if (!host || !read.ok || typeof read.value !== 'number') return undefined;
  if (!settingFromText('host', host).ok) return undefined;
  return {
    kind: 'host',
    host,
    port: read.value,
    useTls: useTls === 'True',
    proxyConnectionString: proxyConnectionString || undefined,
  };
}

const TAKEN_AS_IT_IS: readonly string[] = ['password', 'proxyPassword'] satisfies DraftName[];

/** Without what a hand leaves at the ends; passwords are taken as they are. */
export function trimmedFrom(draft: DraftSettings): DraftSettings {
  const trimmed: DraftSettings = Object.fromEntries(
    Object.entries(draft).map(([name, text]) => [
      name,
      TAKEN_AS_IT_IS.includes(name) ? text : text.trim(),
    ]),
  );
  const { host, basedir, tlsAuthorities } = trimmed;
  return {
    ...trimmed,
    ...(tlsAuthorities && { tlsAuthorities: withHome(tlsAuthorities) }),
    ...(host && { host: host.replace(/^\[(.*)\]$/, '$1') }),
    ...(basedir && { basedir: normalize(withHome(basedir)) }),
  };
}

/** As a shell would read it. */
export function withHome(path: string): string {
  return path === '~' || path.startsWith(`~${sep}`) ? join(homedir(), path.slice(1)) : path;
}

interface SettingSentence extends FieldProblem {
  readonly field: WorkerSettingName;
}

/** What would only come to light when the worker starts. */
function atTheStart(settings: WorkerSettings, { say }: Pick<Texts, 'say'>): SettingSentence[] {
  const name = workerNameProblem(settings);
  return [
    ...(name === undefined ? [] : [{ field: 'workerName' as const, sentence: say(name) }]),
    ...lateProblems(settings).map((late) => ({ field: late.name, sentence: say(late.problem) })),
  ];
}

/** What everybody fills in is asked for in words of its own. */
function wordsFor({ name, fault }: SettingProblem, texts: DraftTexts): string {
  switch (name) {
    case 'host':
    case 'port':
    case 'workerName':
    case 'password':
    case 'basedir':
      return texts[name];
    default:
      return texts.fault(fault);
  }
}

function configFrom(settings: WorkerSettings): WorkerConfig {
  const { protocol, path, fileAccess, ...rest } = settings;
  return {
    basedir: rest.basedir,
    master: addressFrom(settings),
    workerName: rest.workerName,
    password: rest.password,
    protocol,
    keepalive: rest.keepalive,
    maxdelay: rest.maxdelay,
    maxretries: rest.maxretries ?? undefined,
    umask: rest.umask ?? undefined,
    numcpus: rest.numcpus ?? undefined,
    unicodeEncoding: rest.unicodeEncoding,
    allowShutdown: rest.allowShutdown ?? undefined,
    deleteLeftoverDirs: rest.deleteLeftoverDirs,
    logSize: rest.logSize ?? undefined,
    logCount: rest.logSize === null ? undefined : (rest.logCount ?? undefined),
    ...(path !== null && protocol !== WORKER_DEFAULTS.protocol && { path }),
    ...(fileAccess !== 'basedir' && { fileAccess }),
  };
}

function addressFrom(settings: WorkerSettings): MasterAddress {
  const { connectionString, useTls, proxyConnectionString } = settings;
  if (connectionString !== null) return { kind: 'connection-string', connectionString };
  return {
    kind: 'host',
    host: settings.host ?? '',
    port: settings.port ?? 0,
    useTls,
    proxyConnectionString: proxyConnectionString ?? undefined,
  };
}
