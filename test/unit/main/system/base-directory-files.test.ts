import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { isOwnEntry } from '../../../../main/system/base-directory-files.ts';
import { writeTemporary } from '../../../../main/system/writing/temporary-file.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const folder = temporaryBasedir();

it.each([
  'buildbot.tac',
  'buildbot.tac.orig',
  'buildtray.json',
  'buildtray.sock',
  'twistd.log',
  'worker.log',
  'worker.log.12',
  'shutdown.stamp',
  'info',
  '.buildtray.json.4711.2.tmp',
])('%s is the worker’s own', (name) => {
  expect(isOwnEntry(name)).toBe(true);
});

it('a file that is being written beside one of them is the worker’s own', async () => {
  const access = { newMode: 0o600, owner: undefined };
  const temporary = await writeTemporary(folder.at('buildbot.tac'), 'secret', access);
  expect(isOwnEntry(basename(temporary))).toBe(true);
  const ofABuild = await writeTemporary(folder.at('file'), 'x', access);
  expect(isOwnEntry(basename(ofABuild))).toBe(false);
});

it.each([
  'build',
  'information',
  'my-buildbot.tac',
  'worker',
  'twistd',
  '.info',
  'shutdown.stamp2',
])('%s is a build’s', (name) => {
  expect(isOwnEntry(name)).toBe(false);
});
