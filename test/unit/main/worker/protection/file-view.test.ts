import { describe, expect, it } from 'vitest';
import {
  fileViewFrom,
  type Mount,
  placeIn,
  type ViewFacts,
} from '../../../../../main/worker/protection/file-view.ts';

const FACTS: ViewFacts = {
  basedir: '/home/ada/worker',
  buildEntries: [
    { path: '/home/ada/worker/linux', target: undefined },
    { path: '/home/ada/worker/big', target: '/data/big' },
  ],
  systemEntries: [
    { path: '/usr', target: undefined },
    { path: '/bin', target: 'usr/bin' },
    { path: '/etc', target: undefined },
  ],
  kernel: {
    readable: [{ path: '/proc/sys', target: undefined }],
    hidden: [{ path: '/proc/keys', target: undefined }],
  },
  resolverPath: '/run/systemd/resolve/stub-resolv.conf',
  added: [],
  home: { at: '/home/ada/worker/buildtray.home', from: '/home/ada/worker/buildtray.homes/linux' },
  passwdPath: '/home/ada/worker/buildtray.passwd',
};

function at(path: string, facts: Partial<ViewFacts> = {}): Mount | undefined {
  return fileViewFrom({ ...FACTS, ...facts }).find((mount) => mount.at === path);
}

describe('the view of a protected build', () => {
  it('has the system for reading only, with its links as links', () => {
    expect(at('/usr')).toEqual({ kind: 'read-only', at: '/usr', from: '/usr' });
    expect(at('/bin')).toEqual({ kind: 'link', at: '/bin', target: 'usr/bin' });
    expect(at('/run/systemd/resolve/stub-resolv.conf')?.kind).toBe('read-only');
  });

  it('has the entries of builds in a base directory where nothing can be made', () => {
    expect(at('/home/ada/worker')).toMatchObject({ kind: 'memory', isFixed: true });
    expect(at('/home/ada/worker/linux')?.kind).toBe('writable');
    expect(at('/home/ada/worker/big')).toMatchObject({ kind: 'link', target: '/data/big' });
    expect(at('/home/ada/worker/buildbot.tac')).toBeUndefined();
  });

  it('has nothing of the home but what the base directory is in', () => {
    const inHome = fileViewFrom(FACTS).filter((mount) => mount.at.startsWith('/home'));
    expect(inHome.every((mount) => mount.at.startsWith('/home/ada/worker'))).toBe(true);
  });

  it('has a home of its own, which the list of users names', () => {
    expect(at(FACTS.home.at)).toEqual({ kind: 'writable', ...FACTS.home });
    expect(at('/etc/passwd')).toMatchObject({ kind: 'read-only', from: FACTS.passwdPath });
    expect(at('/etc/passwd', { systemEntries: [] })).toBeUndefined();
  });

  it('covers what the kernel has beside the processes', () => {
    expect(at('/proc/sys')?.kind).toBe('read-only');
    expect(at('/proc/keys')).toMatchObject({ from: '/dev/null' });
  });

  it('puts everything after what it is in', () => {
    const added = [{ path: '/home/ada', isWritable: true }];
    const paths = fileViewFrom({ ...FACTS, added }).map((mount) => mount.at);
    for (const [index, path] of paths.entries()) {
      const later = paths.slice(index + 1);
      expect(later.filter((other) => path.startsWith(`${other}/`))).toEqual([]);
    }
  });

  it.each(['/', '/proc/sys', '/dev', '/home/ada/worker', '/home/ada/worker/info'])(
    'takes nothing of its own from an added path: %s',
    (path) => {
      const plain = fileViewFrom(FACTS);
      expect(fileViewFrom({ ...FACTS, added: [{ path, isWritable: true }] })).toEqual(plain);
    },
  );

  it.each([true, false])('has an added path, writable: %s', (isWritable) => {
    const added = [{ path: '/srv/tools', isWritable }];
    expect(at('/srv/tools', { added })?.kind).toBe(isWritable ? 'writable' : 'read-only');
  });
});

describe('a path of the view', () => {
  const view = fileViewFrom({ ...FACTS, added: [{ path: '/home/ada', isWritable: false }] });

  it.each([
    ['/usr/bin/make', 'here'],
    ['/home/ada/worker/linux/build/a.out', 'here'],
    ['/home/ada/notes', 'here'],
    ['/home/ada/worker/buildtray.homes/linux/.cache', 'here'],
    ['/tmp/tool', 'in-memory'],
    ['/home/ada/worker/buildbot.tac', 'nowhere'],
    ['/root/.ssh/id', 'nowhere'],
    ['/usr-local/tool', 'nowhere'],
  ] as const)('%s leads %s', (path, place) => {
    expect(placeIn(view, path)).toBe(place);
  });
});
