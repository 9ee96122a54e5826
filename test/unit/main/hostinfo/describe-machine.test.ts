import { writeFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import {
  adminText,
  hostTextFrom,
  inspectMachine,
} from '../../../../main/hostinfo/describe-machine.ts';
import { mungeEmail } from '../../../../main/hostinfo/munge-email.ts';
import { version } from '../../../../package.json';
import { temporaryBasedir } from '../../../support/temporary-basedir.ts';

const basedir = temporaryBasedir();

describe('the text of info/host', () => {
  it('shows what the machine is, what it has and what runs the worker', () => {
    const machine = {
      system: 'Debian GNU/Linux 12 (bookworm)',
      kernel: 'Linux 6.1.0',
      architecture: 'x64',
      processors: 2,
      processorModel: 'Some CPU',
      memoryBytes: 8 * 2 ** 30,
      tools: [
        { name: 'gcc', version: '12.2.0' },
        { name: 'git', version: '2.39.5' },
      ],
    };
    expect(hostTextFrom(machine)).toBe(
      `Debian GNU/Linux 12 (bookworm), Linux 6.1.0 on x64.
2 processors (Some CPU), 8.0 GiB of memory.
Tools: gcc 12.2.0, git 2.39.5.
Worker: Buildtray ${version}.
`,
    );
    expect(hostTextFrom({ ...machine, tools: [] })).not.toContain('Tools');
  });

  it('can be made here', async () => {
    const text = hostTextFrom(await inspectMachine());
    expect(text).toMatch(/ GiB of memory\.\n/);
    expect(text).toMatch(/node \d+\.\d+\.\d+/);
  });
});

describe('the text of info/admin', () => {
  it('is what was given, munged on request', async () => {
    const admin = 'Ada <ada.l+ci@build.example.org>';
    expect(await adminText({ admin })).toBe(`${admin}\n`);
    expect(await adminText({ admin, isMunged: true })).toBe(
      'Ada <ada.l+ci at build dot example dot org>\n',
    );
  });

  it.each([
    [{ name: 'Ada', email: 'ada@example.org' }, 'Ada <ada@example.org>\n'],
    [{ email: 'ada@example.org' }, 'ada@example.org\n'],
    [{}, ''],
  ])('is whom git knows as this user, and empty rather than a hint: %j', async (user, text) => {
    const config = basedir.at('gitconfig');
    const lines = Object.entries(user).map(([key, value]) => `${key} = ${value}\n`);
    await writeFile(config, `[user]\n${lines.join('')}`);
    vi.stubEnv('GIT_CONFIG_GLOBAL', config);
    vi.stubEnv('GIT_CONFIG_SYSTEM', '/dev/null');
    vi.stubEnv('GIT_DIR', basedir.at('no-repository'));
    expect(await adminText()).toBe(text);
    vi.unstubAllEnvs();
  });

  it('leaves what is no address alone when it munges', () => {
    expect(mungeEmail('@home, a@b, 3 @ 4, ada@example.org.')).toBe(
      '@home, a@b, 3 @ 4, ada at example dot org.',
    );
  });
});
