import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

export interface NameLookupsOptions {
  /** Asks the system, which obeys its hosts file and its other sources of names. */
  readonly ask?: (host: string) => Promise<readonly LookupAddress[]>;
  readonly patienceMs?: number;
}

/**
 * The system asks one name server for 5 s, twice over; what is left of a try to connect is for the
 * connection.
 */
const PATIENCE_MS = 15_000;
/** Node gives lookups half of its four threads, so that files always have the other half. */
const MOST_AT_ONCE = 2;

/** A lookup that somebody waits for. */
interface Pending {
  readonly host: string;
  readonly addresses: Promise<readonly LookupAddress[]>;
  waiting: number;
  begin(): void;
}

/**
 * Looks names up for all workers of the process. A lookup cannot be ended, and one that no name server
 * answers keeps its thread: each name is therefore asked for once at a time, whoever waits, few names
 * are asked for at once, and nobody waits longer than `patienceMs`.
 */
export class NameLookups {
  readonly #ask: (host: string) => Promise<readonly LookupAddress[]>;
  readonly #patienceMs: number;
  readonly #pending = new Map<string, Pending>();
  #queue: Pending[] = [];
  #underWay = 0;

  constructor({ ask = askSystem, patienceMs = PATIENCE_MS }: NameLookupsOptions = {}) {
    this.#ask = ask;
    this.#patienceMs = patienceMs;
  }

  /** Errors: rejects with Node's error; its code is EAI_AGAIN when nothing answered in time. */
  async addressesOf(host: string): Promise<readonly LookupAddress[]> {
    const pending = this.#pending.get(host) ?? this.#add(host);
    pending.waiting += 1;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(unanswered(host)), this.#patienceMs).unref();
    });
    try {
      return await Promise.race([pending.addresses, late]);
    } finally {
      clearTimeout(timer);
      pending.waiting -= 1;
      this.#dropUnwanted(pending);
    }
  }

  /** The same in the place of `dns.lookup`, for `net.connect`. */
  readonly lookup: LookupFunction = (host, { all = false }, callback) => {
    this.addressesOf(host).then(
      (addresses) => {
        const [first] = addresses;
        if (all) callback(null, [...addresses]);
        else if (first) callback(null, first.address, first.family);
        else callback(unanswered(host), '');
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };

  #add(host: string): Pending {
    let begin = (): void => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const addresses = begun.then(() => this.#ask(host));
    const pending: Pending = { host, addresses, waiting: 0, begin };
    this.#pending.set(host, pending);
    this.#queue.push(pending);
    const ended = (): void => {
      this.#underWay -= 1;
      this.#pending.delete(host);
      this.#beginNext();
    };
    addresses.then(ended, ended);
    this.#beginNext();
    return pending;
  }

  #beginNext(): void {
    while (this.#underWay < MOST_AT_ONCE) {
      const next = this.#queue.shift();
      if (!next) return;
      this.#underWay += 1;
      next.begin();
    }
  }

  /** Nobody waits any more for what has not begun. */
  #dropUnwanted(pending: Pending): void {
    if (pending.waiting > 0 || !this.#queue.includes(pending)) return;
    this.#queue = this.#queue.filter((other) => other !== pending);
    this.#pending.delete(pending.host);
  }
}

function askSystem(host: string): Promise<readonly LookupAddress[]> {
  return new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error, addresses) => {
      if (error) reject(error);
      else resolve(addresses);
    });
  });
}

/** As the system reports it. */
export function unanswered(host: string): NodeJS.ErrnoException {
  const error = new Error(`no name server answered in time: ${host}`);
  return Object.assign(error, { code: 'EAI_AGAIN', syscall: 'getaddrinfo' });
}

/** Those of this process. */
export const nameLookups = new NameLookups();
