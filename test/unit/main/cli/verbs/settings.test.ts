import { writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { settings } from '../../../../../main/cli/verbs/settings.ts';
import type { Language } from '../../../../../main/contract/language.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();

beforeEach(async () => {
  await writeFile(
    temporary.at('buildbot.tac'),
    `import os
from twisted.application import service
from buildbot_worker.bot import Worker
application = service.Application('buildbot-worker')
keepalive = 300
maxdelay = 10 * 60
umask = int('22', 8)
s = Worker('ci', 9989, 'w1', 'open-sesame', '${temporary.path}', keepalive, umask=umask,
           maxdelay=maxdelay, numcpus=int(os.environ.get('FARM_CPUS', 4)))
s.setServiceParent(application)
`,
  );
});

async function shown(
  options: Parameters<typeof settings.perform>[1] = {},
  language: Language = 'en',
): Promise<string> {
  const terminal = new FakeTerminal(language);
  expect(await settings.perform([temporary.path], options, terminal)).toBe(0);
  return terminal.stdout;
}

describe('settings', () => {
  it('are a line each: value, default, and when a change takes effect', async () => {
    const text = await shown();
    expect(text).toMatch(/\nsetting +value +default +a change takes effect\n/);
    expect(text).toMatch(/\nkeepalive +300 seconds +600 +at once\n/);
    expect(text).toMatch(/\npasswd +\(set, not shown\) +at the next connection\n/);
    expect(text).not.toContain('open-sesame');
  });

  it('name the line where code computes a value', async () => {
    expect(await shown()).toMatch(/\numask +computed by code in line 7 +/);
  });

  it('show what code comes to, and what that is made of', async () => {
    const text = await shown();
    expect(text).toMatch(/\nmaxdelay +600 \(line 6\) /);
    expect(text).toMatch(/\nnumcpus +4 \(from FARM_CPUS, line 9\) /);
    const { settings: all } = JSON.parse(await shown({ json: true }));
    expect(all).toContainEqual(
      expect.objectContaining({
        name: 'numcpus',
        value: '4',
        origin: 'computed',
        from: ['FARM_CPUS'],
        code: "int(os.environ.get('FARM_CPUS', 4))",
      }),
    );
  });

  it('are explained where that is requested, in the user’s language', async () => {
    const text = await shown({ verbose: true }, 'de');
    expect(text).toMatch(/\nkeepalive +300 Sekunden +600 +sofort\n {4}\S.*\n/);
    expect(text).toMatch(/ Möglich: signal, file\.\n/);
  });

  it('as JSON are the same in every language', async () => {
    const english = await shown({ json: true });
    expect(await shown({ json: true }, 'de')).toBe(english);
    expect(JSON.parse(english)).toMatchObject({ tacPath: temporary.at('buildbot.tac') });
  });
});
