import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { settingsVersion } from '../../../../main/basedir/settings-version.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

it('changes with either file of settings, and with nothing else', async () => {
  const versions = [await settingsVersion(basedir.path)];
  for (const name of ['buildbot.tac', 'buildtray.json']) {
    await writeFile(basedir.at(name), '{}');
    versions.push(await settingsVersion(basedir.path));
  }
  expect(new Set(versions).size).toBe(3);
  await writeFile(basedir.at('twistd.log'), 'a line');
  expect(await settingsVersion(basedir.path)).toBe(versions[2]);
});
