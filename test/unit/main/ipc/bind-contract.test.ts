import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContractHandlers } from '../../../../main/contract/api.ts';
import { bindContract } from '../../../../main/ipc/bind-contract.ts';

type Listener = (event: { readonly senderFrame: unknown }, ...sent: unknown[]) => unknown;

const channels = vi.hoisted(() => new Map<string, unknown>());
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, listener: unknown) => channels.set(channel, listener),
    removeHandler: (channel: string) => channels.delete(channel),
  },
}));

const OURS = { of: 'our window' };

/** Every call of the contract is answered with its channel and its argument. */
function echoes(): ContractHandlers {
  const answerers = (subject: string) =>
    new Proxy(
      {},
      { get: (_target, name) => (sent: unknown) => [`${subject}.${String(name)}`, sent] },
    );
  const handlers: object = new Proxy({}, { get: (_target, subject) => answerers(String(subject)) });
  return handlers as ContractHandlers;
}

function ask(channel: string, senderFrame: unknown, ...sent: unknown[]): unknown {
  return (channels.get(channel) as Listener)({ senderFrame }, ...sent);
}

describe('the contract, bound to the windows', () => {
  beforeEach(() => channels.clear());
  const bind = () => bindContract(echoes(), (frame) => frame === (OURS as unknown));

  it('answers our own window', () => {
    bind();
    expect(ask('log.lineOfHit', OURS, 3)).toEqual(['log.lineOfHit', 3]);
  });

  it.each([
    ['another frame', { of: 'a stranger' }],
    ['a frame that is gone', null],
  ])('refuses %s before any handler is asked', (_what, frame) => {
    bind();
    expect(() => ask('log.lineOfHit', frame, 3)).toThrow('log.lineOfHit was asked by a stranger');
  });

  it('refuses what has another shape', () => {
    bind();
    expect(() => ask('log.lineOfHit', OURS, 'three')).toThrow('an argument that it does not take');
  });

  it('answers nobody any more once it is disposed', () => {
    const bound = bind();
    expect(channels.size).toBeGreaterThan(20);
    bound.dispose();
    expect([...channels.keys()]).toEqual([]);
  });
});
