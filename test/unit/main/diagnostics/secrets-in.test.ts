import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { secretsIn, secretsOfEnvironment } from '../../../../main/diagnostics/secrets-in.ts';
import { settingsDirectory } from '../../../support/settings-directory.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();
const directory = settingsDirectory(basedir);
const master = {
  kind: 'host',
  host: 'ci',
  port: 1,
  useTls: false,
  proxyConnectionString: 'http://u:from-address@proxy:1',
} as const;

it('finds them in both files, also where no worker can run with them', async () => {
  const tac = directory.plain({ password: 'from-tac', master });
  await directory.write(`${tac}\nraise SystemExit('off')\n`);
  const extras = { proxy: { user: 'u', password: 'from-extras' } };
  await writeFile(basedir.at('buildtray.json'), JSON.stringify(extras));
  const found = await secretsIn(basedir.path);
  expect([...found].sort()).toEqual(['from-address', 'from-extras', 'from-tac']);
});

it('finds none where there is nothing', async () => {
  expect(await secretsIn(basedir.at('gone'))).toEqual([]);
});

it('takes variables for secret by their names and by their values', () => {
  const environment = { MY_TOKEN: 'a', HOME: '/home/ada', URL: 'http://u:p@h/', NONE: undefined };
  expect(secretsOfEnvironment(environment)).toEqual(['a', 'http://u:p@h/']);
});
