import { resolve } from 'node:path';
import { failed, type Outcome, succeeded } from '../lib/outcome.ts';
import type {
  ConnectionExtras,
  ProxyLogin,
  TlsExtras,
} from '../worker-settings/connection-extras.ts';
import {
  type MasterAddress,
  PROTOCOLS,
  type Protocol,
  WORKER_DEFAULTS,
  type WorkerConfig,
} from '../worker-settings/worker-config.ts';
import {
  CREATE_WORKER_OPTIONS,
  type CreateWorkerSwitchName,
  type CreateWorkerValueName,
} from './create-worker-options.ts';
import { parseMasterArgument } from './parse-master-argument.ts';

/** What was typed after `create-worker`, by the options' long names. */
export type CreateWorkerInput = {
  readonly [name in CreateWorkerValueName]?: string;
} & { readonly [name in CreateWorkerSwitchName]?: boolean };

/** A checked wish for a new worker. */
export interface CreateWorkerRequest {
  readonly config: WorkerConfig;
  readonly extras: ConnectionExtras;
  readonly isRelocatable: boolean;
  readonly isQuiet: boolean;
  /** Undefined where the user is to be found out. */
  readonly admin?: string | undefined;
  readonly isEmailMunged?: boolean;
  readonly accessUri?: string | undefined;
}

/**
 * Checks what was typed.
 *
 * Shape:  `args` are DIR, MASTER, NAME and PASSWD; DIR may be relative to the current directory.
 * Errors: the sentence that `buildbot-worker create-worker` refuses with, where it refuses.
 */
export function createWorkerRequestFrom(
  args: readonly string[],
  input: CreateWorkerInput,
): Outcome<CreateWorkerRequest, string> {
  const [basedir, master, workerName, password] = args;
  if (basedir === undefined || master === undefined || workerName === undefined) {
    return failed('incorrect number of arguments');
  }
  if (password === undefined || args.length > 4) return failed('incorrect number of arguments');
  const address = masterFrom(master, input);
  if (!address.ok) return address;
  const options = optionsFrom(input);
  if (!options.ok) return options;
  const hostinfo = hostinfoFrom(input);
  if (!hostinfo.ok) return hostinfo;
  const empty = Object.entries({ basedir, name: workerName, passwd: password }).find(
    ([, value]) => value === '',
  );
  if (empty) return failed(`<${empty[0]}> must not be empty`);
  const extras = extrasFrom(input);
  if (!extras.ok) return extras;
  const config = {
    basedir: resolve(basedir),
    master: address.value,
    workerName,
    password,
    ...options.value,
  };
  return succeeded({
    config,
    extras: extras.value,
    isRelocatable: input.relocatable ?? false,
    isQuiet: input.quiet ?? false,
    ...hostinfo.value,
  });
}

function masterFrom(master: string, input: CreateWorkerInput): Outcome<MasterAddress, string> {
  const address = parseMasterArgument(master);
  if (!address.ok) return address;
  const connectionString = input['connection-string'];
  const proxyConnectionString = input['proxy-connection-string'] || undefined;
  if (!connectionString) {
    const useTls = input['use-tls'] ?? false;
    return succeeded({ kind: 'host', ...address.value, useTls, proxyConnectionString });
  }
  return proxyConnectionString === undefined
    ? succeeded({ kind: 'connection-string', connectionString })
    : failed('connection-string and proxy-connection-string cannot be used together');
}

function extrasFrom(input: CreateWorkerInput): Outcome<ConnectionExtras, string> {
  const proxy = proxyLoginFrom(input);
  if (!proxy.ok) return proxy;
  const tls = tlsExtrasFrom(input);
  if (tls?.pin !== undefined && !mayUseTls(input)) {
    return failed('tls-pin needs TLS: add use-tls, or a connection-string that begins with tls:');
  }
  return succeeded({ ...(tls && { tls }), ...(proxy.value && { proxy: proxy.value }) });
}

function tlsExtrasFrom(input: CreateWorkerInput): TlsExtras | undefined {
  const pin = input['tls-pin'] || undefined;
  const authorities = input['tls-authorities'] || undefined;
  if (pin === undefined && authorities === undefined) return undefined;
  return {
    ...(pin !== undefined && { pin }),
    ...(authorities !== undefined && { authorities: resolve(authorities) }),
  };
}

function mayUseTls(input: CreateWorkerInput): boolean {
  const endpoint = input['connection-string'];
  return endpoint ? /^(tls|ssl):/i.test(endpoint) : (input['use-tls'] ?? false);
}

function proxyLoginFrom(input: CreateWorkerInput): Outcome<ProxyLogin | undefined, string> {
  const { 'proxy-user': user, 'proxy-password': password } = input;
  if (!user && password === undefined) return succeeded(undefined);
  if (!user || password === undefined) {
    return failed('proxy-user and proxy-password must be given together');
  }
  if (user.includes(':')) return failed('proxy-user cannot hold a colon');
  if (!input['proxy-connection-string']) {
    return failed('proxy-user and proxy-password need a proxy-connection-string');
  }
  return succeeded({ user, password });
}

type HostinfoWishes = Pick<CreateWorkerRequest, 'admin' | 'isEmailMunged' | 'accessUri'>;

function hostinfoFrom(input: CreateWorkerInput): Outcome<HostinfoWishes, string> {
  const { admin, 'access-uri': accessUri } = input;
  const isOneLine = (text: string): boolean => text.trim() !== '' && !/[\r\n]/.test(text);
  if (admin !== undefined && !isOneLine(admin)) return failed('admin needs to be a line of text');
  if (accessUri !== undefined && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(accessUri)) {
    return failed('access-uri needs to be an URI such as ssh://me@host');
  }
  return succeeded({
    admin: admin?.trim(),
    isEmailMunged: input['munge-email'] ?? false,
    accessUri,
  });
}

type Options = Omit<WorkerConfig, 'basedir' | 'master' | 'workerName' | 'password'>;

function optionsFrom(input: CreateWorkerInput): Outcome<Options, string> {
  const refusals: string[] = [];
  const read = <T>(
    name: CreateWorkerValueName,
    decode: (typed: string) => T | null,
    wanted: string,
  ): T => {
    const decoded = decode(input[name] ?? defaultOf(name));
    if (decoded === null) refusals.push(`${name} ${wanted}`);
    // A refused value is never used: the refusal is returned instead.
    return decoded as T;
  };
  const number = 'parameter needs to be a number';
  const orNone = `${number} or None`;
  const rotates = !input['no-logrotate'];
  const logSize = read('log-size', wholeNumber, number);
  const logCount = read('log-count', numberOrNone, orNone);
  const options: Options = {
    keepalive: read('keepalive', wholeNumber, number),
    maxdelay: read('maxdelay', positiveNumber, `${number} above 0`),
    maxretries: read('maxretries', numberOrNone, orNone) || undefined,
    umask: read('umask', maskOrNone, orNone),
    numcpus: read('numcpus', numberOrNone, orNone) || undefined,
    unicodeEncoding: input['unicode-encoding'] || WORKER_DEFAULTS.unicodeEncoding,
    protocol: read('protocol', protocolFrom, `needs to be one of ${quoted(PROTOCOLS)}`),
    allowShutdown: read('allow-shutdown', shutdownWay, "needs to be one of 'signal' or 'file'"),
    deleteLeftoverDirs: input['delete-leftover-dirs'] ?? false,
    logSize: rotates ? logSize || undefined : undefined,
    logCount: rotates && logSize ? logCount : undefined,
  };
  const [refusal] = refusals;
  return refusal === undefined ? succeeded(options) : failed(refusal);
}

function defaultOf(name: CreateWorkerValueName): string {
  const row = CREATE_WORKER_OPTIONS.find((option) => option.name === name);
  return row && 'byDefault' in row ? row.byDefault : '';
}

// Each decoder gives null for what it refuses.

function wholeNumber(typed: string): number | null {
  const value = /^\+?\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}

function positiveNumber(typed: string): number | null {
  return wholeNumber(typed) || null;
}

/** Python's spelling of a number, octal with `0o`; None is undefined. */
function numberOrNone(typed: string): number | undefined | null {
  if (typed === 'None') return undefined;
  if (!/^(?:0o[0-7]+|0|[1-9]\d*)$/.test(typed)) return null;
  const value = Number(typed);
  return Number.isSafeInteger(value) ? value : null;
}

/** People write masks in octal, with Python's `0o` or without. */
function maskOrNone(typed: string): number | undefined | null {
  const value = numberOrNone(typed.replace(/^0(?=[0-7]+$)/, '0o'));
  return typeof value === 'number' && value > 0o777 ? null : value;
}

function protocolFrom(typed: string): Protocol | null {
  return PROTOCOLS.find((protocol) => protocol === typed) ?? null;
}

function shutdownWay(typed: string): WorkerConfig['allowShutdown'] | null {
  if (typed === '') return undefined;
  return typed === 'signal' || typed === 'file' ? typed : null;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(' or ');
}
