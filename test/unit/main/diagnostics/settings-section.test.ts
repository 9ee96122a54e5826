import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { settingsSection } from '../../../../main/diagnostics/settings-section.ts';
import { settingsDirectory } from '../../../support/settings-directory.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const directory = settingsDirectory(basedir);

it('shows values, of code the line, of a secret only whether it is set', async () => {
  const tac = directory
    .plain({ password: 'open-sesame', keepalive: 60 })
    .replace(/^keepalive = .*$/m, 'keepalive = int("60")')
    .replace(/^maxdelay = .*$/m, 'maxdelay = "often"');
  await directory.write(tac);
  const extras = { proxy: { user: 'ada', password: 'hidden' } };
  await writeFile(basedir.at('buildtray.json'), JSON.stringify(extras));
  const { lines } = await settingsSection(basedir.path);
  expect(lines).toEqual(
    expect.arrayContaining([
      'passwd: set',
      'numcpus: 6',
      expect.stringMatching(/^keepalive: computed by the code in line \d+$/),
      expect.stringMatching(/^maxdelay: line \d+ cannot be used$/),
      'proxy.user: ada',
      'proxy.password: set',
      'tls.pin: not set',
    ]),
  );
  expect(lines.join()).not.toMatch(/open-sesame|hidden/);
});

it('shows why the files cannot be read', async () => {
  await writeFile(basedir.at('buildtray.json'), '{');
  const { lines } = await settingsSection(basedir.path);
  expect(lines).toEqual([
    expect.stringContaining('buildbot.tac'),
    expect.stringContaining('buildtray.json'),
  ]);
});
