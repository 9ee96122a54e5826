import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endApp, endAppSurely } from '../../../../main/app/end-app.ts';
import { fakeDesktop } from '../../../support/fake-electron.ts';
import { waitFor } from '../../../support/wait-for.ts';

vi.mock('electron', async () => (await import('../../../support/fake-electron.ts')).fakeElectron);

const { done } = fakeDesktop;

beforeEach(() => {
  done.length = 0;
  fakeDesktop.metrics = [
    { pid: 11, type: 'Browser' },
    { pid: 12, type: 'GPU' },
    { pid: 13, type: 'Tab' },
  ];
  vi.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    done.push(`${signal} ${pid}`);
    if (pid === 12) throw new Error('ESRCH');
    return true;
  });
  // Node's own, which no type declares.
  vi.spyOn(process as { reallyExit?: (status: number) => void }, 'reallyExit').mockImplementation(
    (status) => void done.push(`end ${status}`),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('on Linux', () => {
  it('helpers are ended first, one that is gone included, and never the app itself', () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
    endApp(3);
    expect(done.slice(0, 4)).toEqual(['release the lock', 'SIGKILL 12', 'SIGKILL 13', 'end 3']);
  });
});

describe('an app that has work under way', () => {
  const hanging = (kinds: string[]) => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('darwin');
    vi.spyOn(process, 'getActiveResourcesInfo').mockReturnValue(kinds);
    endAppSurely(3);
  };

  it('ends as ever when no file system keeps it', async () => {
    hanging(['Timeout', 'TCPSocketWrap']);
    await waitFor(() => expect(done).toEqual(['exit 3']));
  });

  it('ends by force, its helpers first, when a file system never answers', async () => {
    hanging(['FSReqPromise']);
    expect(done).toEqual([]);
    const killed = ['SIGKILL 12', 'SIGKILL 13', `SIGKILL ${process.pid}`];
    await waitFor(() => expect(done.slice(0, 3)).toEqual(killed));
  });
});

describe('elsewhere', () => {
  it('Electron ends the app', () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('darwin');
    endApp(3);
    expect(done).toEqual(['exit 3']);
  });
});
