import { expect, it } from 'vitest';
import { isOwnEntry } from '../../../../main/system/base-directory-files.ts';

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
