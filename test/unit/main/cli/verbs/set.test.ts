import { readFile, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { set } from '../../../../../main/cli/verbs/set.ts';
import { succeeded } from '../../../../../main/lib/outcome.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { stage, stageRunning } from '../../../../support/staged-worker.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

vi.mock('../../../../../main/cli/running-worker/find-worker.ts', async () => {
  return (await import('../../../../support/staged-worker.ts')).stagedFindWorker;
});

const temporary = temporaryBasedir();
const tac = () => readFile(temporary.at('buildbot.tac'), 'utf8');

beforeEach(async () => {
  stage.found = { kind: 'none', basedir: temporary.path };
  await writeFile(
    temporary.at('buildbot.tac'),
    `from twisted.application import service
from buildbot_worker.bot import Worker
application = service.Application('buildbot-worker')
keepalive = 600
s = Worker('ci', 9989, 'w1', 'open-sesame', '${temporary.path}', keepalive)
s.setServiceParent(application)
`,
  );
});

async function printed(
  words: readonly string[],
  options: Parameters<typeof set.perform>[1] = {},
  stdin = '',
): Promise<readonly string[]> {
  const terminal = new FakeTerminal('en', stdin);
  expect(await set.perform([temporary.path, ...words], options, terminal)).toBe(0);
  return terminal.lines;
}

describe('set', () => {
  it('changes settings, and shows what becomes of them', async () => {
    expect(await printed(['keepalive=300'])).toEqual([
      'changed: keepalive',
      'no worker runs there; the next one starts with these settings',
    ]);
    expect(await tac()).toContain('keepalive = 300\n');
    expect(await printed(['keepalive=300'])).toEqual(['nothing has changed']);
    expect(await printed(['keepalive=5'], { quiet: true })).toEqual([]);
  });

  it('has the running worker apply them', async () => {
    stageRunning().reloaded = succeeded({
      changed: ['keepalive'],
      hasOtherExtras: false,
      effect: 'apply-live',
    });
    stage.found = { kind: 'buildtray', basedir: temporary.path, pid: 7 };
    expect(await printed(['keepalive=300'])).toEqual([
      'changed: keepalive',
      'all of the changes take effect now',
    ]);
  });

  it('reads a password from standard input, and shows it nowhere', async () => {
    const lines = await printed(['passwd=-'], { dryRun: true }, 'new secret\n');
    expect(lines).toEqual(['would be changed: passwd', 'Nothing was written.']);
    await printed(['passwd=-'], {}, 'new secret\n');
    expect(await tac()).toContain("'new secret'");
  });

  it('shows what would change, and writes nothing', async () => {
    const before = await tac();
    const lines = await printed(['keepalive=300'], { dryRun: true });
    expect(lines).toContain('-keepalive = 600');
    expect(lines).toContain('+keepalive = 300');
    expect(lines.slice(-2)).toEqual(['would be changed: keepalive', 'Nothing was written.']);
    expect(await tac()).toBe(before);
  });

  it.each([
    [[], 'Name what to change, such as keepalive=300'],
    [['colour=blue'], "There is no setting 'colour'"],
    [['keepalive=often'], 'keepalive'],
    [['keepalive=1', 'umask=lots'], 'umask'],
  ])('refuses %j, and writes nothing', async (words, sentence) => {
    const before = await tac();
    await expect(printed(words)).rejects.toThrow(sentence);
    expect(await tac()).toBe(before);
  });
});
