import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale, newestChange } from '../../../scripts/build/build.mjs';
import { builderArgs } from '../../../scripts/build/builder-args.mjs';

describe('a stale build', () => {
  let dir: string;
  beforeEach(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'buildtray-build-'));
  });
  afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

  const write = (name: string, seconds: number) => {
    const file = path.join(dir, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, '');
    fs.utimesSync(file, seconds, seconds);
  };

  it('is one that is not there, or older than a source', () => {
    expect(isStale(undefined, 0)).toBe(true);
    expect(isStale(10, 20)).toBe(true);
    expect(isStale(20, 10)).toBe(false);
  });

  it('is recognised by the newest file at any depth', () => {
    write('a.ts', 100);
    write('deep/er/b.ts', 4_000_000_000);
    expect(newestChange([path.join(dir, 'a.ts')])).toBe(100_000);
    expect(newestChange([dir])).toBe(4_000_000_000_000);
  });

  it('does not mind a source that is not there', () => {
    expect(newestChange([path.join(dir, 'nothing')])).toBe(0);
  });

  it('is recognised by a file that went away', () => {
    write('a.ts', 100);
    fs.utimesSync(dir, 100, 100);
    expect(newestChange([dir])).toBe(100_000);
    fs.rmSync(path.join(dir, 'a.ts'));
    expect(newestChange([dir])).toBeGreaterThan(100_000);
  });
});

describe('the arguments of electron-builder', () => {
  const official = { kind: 'official', version: '45.4.1', path: '/official' } as const;
  const older = { kind: 'registry-borne', version: '33.2.1', path: '/older' } as const;
  const request = { targets: [], outputDir: 'release', platform: 'linux' };

  it('is to release around the official runtime only', () => {
    expect(builderArgs({ ...request, electron: official })).toEqual([
      '--linux',
      'dir',
      '--publish=never',
      '--config=electron-builder.yml',
      '--config.directories.output=release',
      '--config.electronDist=/official',
    ]);
    expect(builderArgs({ ...request, electron: older })).toEqual([
      '--linux',
      'dir',
      '--publish=never',
      '--config=electron-builder.test.yml',
      '--config.directories.output=release',
      '--config.electronDist=/older',
      '--config.electronVersion=33.2.1',
    ]);
  });

  it('is to make the targets that were named', () => {
    const args = builderArgs({ ...request, targets: ['deb', 'rpm'], electron: official });
    expect(args.slice(0, 3)).toEqual(['--linux', 'deb', 'rpm']);
  });
});
