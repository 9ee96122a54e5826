import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../../main/basedir/read-settings.ts';
import { settingsFrom } from '../../../../main/worker-settings/settings-from.ts';
import { settingsDirectory } from '../../../support/settings-directory.ts';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';
import { worded } from '../../../support/worded.ts';
import { CONFIG } from './tac/configs.ts';

const temporary = temporaryBasedir();

const { write, text, plain, shown } = settingsDirectory(temporary);

describe('reading settings', () => {
  it('gives every value but the password', async () => {
    await write(plain({ fileAccess: 'anywhere' }));
    const settings = settingsFrom({ ...CONFIG, fileAccess: 'anywhere' });
    expect(await shown()).toEqual({ ...settings, basedir: temporary.path, password: true });
  });

  it('gives the defaults of what a file leaves out', async () => {
    await write("from buildbot_worker.bot import Worker\nWorker('h', 1, 'n', 'p', '/b', 60)\n");
    expect(await shown()).toMatchObject({
      maxdelay: 300,
      umask: null,
      protocol: 'pb',
      fileAccess: 'basedir',
      logSize: null,
    });
  });

  it('names the code that computes a setting, with its line', async () => {
    await write(plain().replace(/^keepalive = .*$/m, "keepalive = int(os.environ['K'])"));
    const read = await readSettings(temporary.path);
    expect(read.ok && read.value.settings.find(({ name }) => name === 'keepalive')).toMatchObject({
      kind: 'computed',
      code: "int(os.environ['K'])",
      line: (await text()).split('\n').findIndex((line) => line.startsWith('keepalive')) + 1,
    });
  });

  it('reports what is wrong with a value, and what keeps the worker from running', async () => {
    await write(plain().replace(/^port = .*$/m, "port = 'many'"));
    const read = await readSettings(temporary.path);
    const problem = worded(/line \d+: port must be a number from 1 to 65535\.$/);
    expect(read).toMatchObject({ ok: true, value: { problems: [problem] } });
    expect(read.ok && read.value.settings.find(({ name }) => name === 'port')).toMatchObject({
      kind: 'unusable',
      fault: { kind: 'number', min: 1, max: 65_535 },
    });
  });

  it('shows the whole file without its secrets', async () => {
    const secret = 'correct horse battery';
    const more = [
      `# passwd = 'an older one'`,
      `api_token = "also hidden"`,
      `proxy = 'http://user:hidden@proxy'`,
      `print('the word ${secret} again')`,
      `empty_password = ''`,
    ];
    await write(`${plain({ password: secret })}${more.join('\n')}\n`);
    const read = await readSettings(temporary.path);
    const tacText = read.ok ? read.value.tacText : '';
    expect(tacText).toContain("passwd = '********'\n");
    expect(tacText).not.toMatch(/correct horse|an older one|also hidden|:hidden@/);
    expect(tacText).toContain("empty_password = ''");
    expect(tacText.split('\n')).toHaveLength((await text()).split('\n').length);
  });

  it('shows no password of a file with several workers', async () => {
    await write(`
from buildbot_worker.bot import Worker
one = 'first secret'
Worker('h', 1, 'n', one, '/b', 60)
Worker('h', 1, 'm', 'second secret', '/c', 60)
`);
    const read = await readSettings(temporary.path);
    expect(read.ok && read.value.tacText).not.toContain('secret');
    expect(read).toMatchObject({ value: { problems: [worded(/2 workers/)] } });
  });

  it('reports why a file cannot be read', async () => {
    expect(await readSettings(temporary.path)).toMatchObject({
      ok: false,
      problem: { key: 'files.cannotRead' },
    });
  });
});
