import type { LookupAddress } from 'node:dns';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { NameLookups } from '../../../../main/transport/name-lookups.ts';

const ADDRESS: LookupAddress = { address: '192.0.2.1', family: 4 };
const OTHER: LookupAddress = { address: '2001:db8::1', family: 6 };

interface Answer {
  resolve(addresses: readonly LookupAddress[]): void;
  reject(error: Error): void;
}

/** Lookups that are answered when the test does it, by name; and the names asked for, in order. */
function lookups() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const asked: string[] = [];
  const answers = new Map<string, Answer>();
  const ask = (host: string): Promise<readonly LookupAddress[]> => {
    asked.push(host);
    return new Promise((resolve, reject) => answers.set(host, { resolve, reject }));
  };
  return { subject: new NameLookups({ ask, patienceMs: 1_000 }), asked, answers };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'found',
    (error: NodeJS.ErrnoException) => error.code,
  );

describe('a name', () => {
  it('is asked for once at a time, however many wait for it', async () => {
    const { subject, asked, answers } = lookups();
    const waiting = [subject.addressesOf('ci'), subject.addressesOf('ci')];
    await turn();
    answers.get('ci')?.resolve([ADDRESS]);
    expect(await Promise.all(waiting)).toEqual([[ADDRESS], [ADDRESS]]);
    expect(asked).toEqual(['ci']);
    void subject.addressesOf('ci').catch(() => {});
    await turn();
    expect(asked).toEqual(['ci', 'ci']);
  });

  it('that no name server answers is waited for until the deadline, and not asked for again meanwhile', async () => {
    const { subject, asked, answers } = lookups();
    const first = codeOf(subject.addressesOf('silent'));
    await turn();
    vi.advanceTimersByTime(1_000);
    expect(await first).toBe('EAI_AGAIN');
    const second = subject.addressesOf('silent');
    await turn();
    expect(asked).toEqual(['silent']);
    answers.get('silent')?.resolve([ADDRESS]);
    expect(await second).toEqual([ADDRESS]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that is not known is refused with the error of the system', async () => {
    const { subject, answers } = lookups();
    const refused = codeOf(subject.addressesOf('nowhere'));
    await turn();
    answers.get('nowhere')?.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    expect(await refused).toBe('ENOTFOUND');
  });
});

describe('lookups', () => {
  it('are two at once, in their order; one that nobody waits for any more is never begun', async () => {
    const { subject, asked, answers } = lookups();
    const silent = ['a', 'b', 'given-up'].map((host) => codeOf(subject.addressesOf(host)));
    await turn();
    expect(asked).toEqual(['a', 'b']);
    vi.advanceTimersByTime(1_000);
    expect(await Promise.all(silent)).toEqual(['EAI_AGAIN', 'EAI_AGAIN', 'EAI_AGAIN']);
    const found = subject.addressesOf('c');
    answers.get('a')?.reject(new Error('at last'));
    await turn();
    expect(asked).toEqual(['a', 'b', 'c']);
    answers.get('c')?.resolve([ADDRESS]);
    expect(await found).toEqual([ADDRESS]);
  });

  it('answer as dns.lookup does: all addresses, or the first alone', async () => {
    const { subject, answers } = lookups();
    const calls: unknown[][] = [];
    subject.lookup('ci', { all: true }, (...found) => calls.push(found));
    subject.lookup('ci', {}, (...found) => calls.push(found));
    await turn();
    answers.get('ci')?.resolve([OTHER, ADDRESS]);
    await turn();
    expect(calls).toEqual([
      [null, [OTHER, ADDRESS]],
      [null, '2001:db8::1', 6],
    ]);
  });
});

it('asks the system, with its hosts file, where nothing else is given', async () => {
  const addresses = await new NameLookups().addressesOf('localhost');
  expect(addresses.map(({ address }) => address).some((one) => /^(127\.|::1)/.test(one))).toBe(
    true,
  );
});
