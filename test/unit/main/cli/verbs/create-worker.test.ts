import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createWorker } from '../../../../../main/cli/verbs/create-worker.ts';
import type { Language } from '../../../../../main/contract/language.ts';
import { FakeTerminal } from '../../../../support/fake-terminal.ts';
import { temporaryBasedir } from '../../../../support/temporary-basedir.ts';

const temporary = temporaryBasedir();
const dir = () => temporary.at('worker');

async function created(
  options: Parameters<typeof createWorker.perform>[1] = {},
  password = 'secret',
  { language = 'en', stdin = '' }: { readonly language?: Language; readonly stdin?: string } = {},
): Promise<readonly string[]> {
  const terminal = new FakeTerminal(language, stdin);
  const args = [dir(), 'ci.example.org:9990', 'w1', password];
  expect(await createWorker.perform(args, options, terminal)).toBe(0);
  return terminal.lines;
}

describe('create-worker', () => {
  it('prints what it makes, and what it keeps the second time', async () => {
    const first = await created();
    expect(first.slice(0, 2)).toEqual([
      `made the directory ${dir()}`,
      `wrote ${dir()}/buildbot.tac`,
    ]);
    expect(first.at(-1)).toBe(`worker configured in ${dir()}`);
    const again = await created();
    expect(again.slice(0, 2)).toEqual([
      `reused the directory ${dir()}`,
      `left ${dir()}/buildbot.tac as it is`,
    ]);
  });

  it('prints it in the user’s language, or nothing', async () => {
    expect((await created({}, 'secret', { language: 'de' })).at(-1)).toBe(
      `Worker in ${dir()} eingerichtet`,
    );
    expect(await created({ quiet: true })).toEqual([]);
  });

  it('reads the password from standard input, and the proxy’s after it', async () => {
    await created(
      {
        proxyConnectionString: 'tcp:p:3128',
        proxyUser: 'ada',
        proxyPassword: '-',
      },
      '-',
      { stdin: 'own\nfor the proxy\n' },
    );
    expect(await readFile(`${dir()}/buildbot.tac`, 'utf8')).toContain("passwd = 'own'");
    expect(await readFile(`${dir()}/buildtray.json`, 'utf8')).toContain('for the proxy');
  });

  it.each([
    [{ unicodeEncoding: 'klingon' }, 'encoding "klingon" is not known'],
    [{ keepalive: 'often' }, 'keepalive'],
    [{ connectionString: 'udp:x' }, 'begins with "udp"'],
    [{ useTls: true, tlsPin: 'x' }, 'Enter a SHA-256'],
  ])('refuses %j, and makes nothing', async (options, sentence) => {
    await expect(created(options)).rejects.toThrow(sentence);
    expect(await readdir(temporary.path)).toEqual([]);
  });
});
