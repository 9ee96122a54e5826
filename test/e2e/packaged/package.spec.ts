import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { TrayHost } from '../../support/tray-host.ts';

const appDir = path.resolve(process.env.BUILDTRAY_PACKAGED_APP ?? 'release/test/linux-unpacked');
const executable = path.join(appDir, 'buildtray');
const archive = path.join(appDir, 'resources/app.asar');
const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string };

// The package keeps its names for these to itself: they are the digits in the executable.
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

test('cannot be turned into a plain Node, a debugger or another app', async () => {
  const fuses = await getCurrentFuseWire(executable);
  expect(fuses[FuseV1Options.RunAsNode]).toBe(OFF);
  expect(fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(OFF);
  expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(OFF);
  expect(fuses[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(OFF);
  expect(fuses[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ON);
  expect(fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(ON);
});

test('carries the bundles, the icons and one native module, and nothing else', () => {
  const files = listPackage(archive, { isPack: false });
  const tops = new Set(files.map((file) => file.split('/')[1]));
  expect([...tops].sort()).toEqual(['assets', 'node_modules', 'out', 'package.json']);
  const modules = new Set(
    files.filter((file) => file.startsWith('/node_modules/')).map((file) => file.split('/')[3]),
  );
  modules.delete(undefined); // the scope's own folder
  expect([...modules].sort()).toEqual(['node-pty', `node-pty-${process.platform}-${process.arch}`]);
  expect(files).toEqual(
    expect.arrayContaining(['icon.png', 'tray/idle@2x.png'].map((file) => `/assets/${file}`)),
  );
  expect(files.filter((file) => /\.(ts|tsx|map|svg)$/.test(file))).toEqual([]);
});

test('carries the licences of what it is made of', () => {
  const licences = fs.readFileSync(path.join(appDir, 'resources/THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['react', 'zod', 'ws', '@lydell/node-pty'])
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
  expect(fs.existsSync(path.join(appDir, 'resources/LICENSE.txt'))).toBe(true);
  expect(listPackage(archive, { isPack: false }).filter((file) => /\.vite/.test(file))).toEqual([]);
});

test('brings the command line along for an ordinary Node', () => {
  const cli = path.join(`${archive}.unpacked`, 'out/cli/buildtray.js');
  const output = execFileSync(process.execPath, [cli, '--version'], { encoding: 'utf8' });
  expect(output).toContain(version);
});

test.describe('started', () => {
  let home: string;
  let host: TrayHost;
  let app: ChildProcess;

  test.beforeEach(async () => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'buildtray-packaged-'));
    host = await TrayHost.start();
    const args = [`--user-data-dir=${path.join(home, 'profile')}`];
    if (process.getuid?.() === 0) args.push('--no-sandbox');
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: path.join(home, 'config') };
    app = spawn(executable, args, { env, stdio: 'inherit' });
  });

  test.afterEach(async () => {
    if (app.exitCode === null && app.signalCode === null) {
      app.kill('SIGKILL');
      await once(app, 'exit');
    }
    host.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  test('puts its icon into the tray, and SIGTERM ends it in order', async () => {
    const icon = await host.icon();
    expect(await icon.property('IconPixmap')).not.toHaveLength(0);
    const ended = once(app, 'exit');
    app.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
