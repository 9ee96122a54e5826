import { beforeAll, describe, expect, it, vi } from 'vitest';
import { API_NAME, FILES_NAME } from '../../../../main/contract/api.ts';
import { channelsArgument } from '../../../../main/contract/channels.ts';

type Call = (argument: unknown) => unknown;
type Listen = (listener: (payload: unknown) => void) => () => void;

const fake = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  listeners: new Map<string, (event: unknown, payload: unknown) => void>(),
}));
vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => fake.exposed.set(name, value),
  },
  ipcRenderer: {
    invoke: async (...sent: unknown[]) => sent,
    on: (channel: string, listener: () => void) => fake.listeners.set(channel, listener),
    off: (channel: string, listener: () => void) => {
      if (fake.listeners.get(channel) === listener) fake.listeners.delete(channel);
    },
  },
  webUtils: {
    getPathForFile: (file: unknown) => {
      if (!(file instanceof File)) throw new TypeError('no file');
      return file.name === 'made here' ? '' : `/d/${file.name}`;
    },
  },
}));

beforeAll(async () => {
  const contract = { log: { slice: { direction: 'call' }, grew: { direction: 'event' } } } as const;
  process.argv.push(channelsArgument(contract));
  await import('../../../../renderer/preload/preload.ts');
  process.argv.pop();
});

describe('what a window gets from its preload', () => {
  const log = () => (fake.exposed.get(API_NAME) as { log: { slice: Call; grew: Listen } }).log;

  it('is what the contract lists, and nothing else', () => {
    expect([...fake.exposed.keys()].sort()).toEqual([API_NAME, FILES_NAME].sort());
    expect(Object.keys(log())).toEqual(['slice', 'grew']);
  });

  it('calls main with one argument, whatever else it is given', async () => {
    const slice = log().slice as (...sent: unknown[]) => unknown;
    expect(await slice({ at: 1 }, 'more')).toEqual(['log.slice', { at: 1 }]);
  });

  it('hands events over without their sender, until it is not listened to any more', () => {
    const heard: unknown[][] = [];
    const stop = log().grew((...received) => heard.push(received));
    fake.listeners.get('log.grew')?.({ sender: 'main' }, 7);
    expect(heard).toEqual([[7]]);
    stop();
    expect(fake.listeners.size).toBe(0);
  });

  it('knows the path of a file, and none of anything else', () => {
    const { pathOf } = fake.exposed.get(FILES_NAME) as { pathOf: (file: unknown) => unknown };
    expect(pathOf(new File([], 'worker'))).toBe('/d/worker');
    expect(pathOf(new File([], 'made here'))).toBeUndefined();
    expect(pathOf('/etc/passwd')).toBeUndefined();
  });
});
